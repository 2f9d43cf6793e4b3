package io.meshwork.contract.skeleton;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Guesses by its name that a field is about people, so that someone looks: names lie in both directions. */
final class PersonalData {

    private record Sign(String classification, Pattern words) {

        Sign(String kind, String words) {
            this("PERSONAL." + kind, Pattern.compile("_(?:" + words + ")_"));
        }
    }

    private static final List<Sign> SIGNS = List.of(
            new Sign("EMAIL", "e_?mails?|mail_address"),
            new Sign("PHONE", "(?:tele)?phones?|mobile_(?:no|nr|number)|msisdn|fax"),
            new Sign("NATIONAL_ID", "ssn|social_security(?:_number)?|national_id|passport|tax_id|nino"),
            new Sign("BANK_ACCOUNT", "iban|bank_account|account_holder"),
            new Sign("PAYMENT_CARD", "credit_card|card_(?:holder|number|no|nr)|cvv"),
            new Sign("BIRTH", "birth_?(?:date|day|place|year)|date_of_birth|dob"),
            new Sign("NAME", "(?:first|last|middle|maiden|full|given|family)_?names?|sur_?name"),
            new Sign("ADDRESS", "(?:home|postal|billing|shipping)_address|street|zip(?:_?code)?|post_?code"),
            new Sign("IP_ADDRESS", "ip(?:_addr(?:ess)?)?"),
            new Sign("GENDER", "gender|sex"));

    private static final Pattern HUMPS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern OTHERS = Pattern.compile("[^a-z]+");

    private PersonalData() {}

    /** Such as {@code PERSONAL.EMAIL}; empty when the name says nothing about people. */
    static Optional<String> classification(String name) {
        String humps = HUMPS.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
        String words = "_" + OTHERS.matcher(humps).replaceAll("_") + "_";
        return SIGNS.stream()
                .filter(sign -> sign.words().matcher(words).find())
                .findFirst()
                .map(Sign::classification);
    }
}
