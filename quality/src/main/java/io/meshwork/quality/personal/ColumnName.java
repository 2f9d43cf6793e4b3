package io.meshwork.quality.personal;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a column's name says about its values: its words, whatever separates them. */
final class ColumnName {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^\\p{L}0-9]+");
    private static final int LONGEST = 200;

    private static final Map<PersonalData, List<String>> WORDS = words();
    private static final List<String> OTHER_ADDRESSES =
            List.of("ip", "ipv4", "ipv6", "mac", "email", "mail", "web", "url", "host", "server", "memory", "wallet");

    private final String words;

    ColumnName(String name) {
        String bounded = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        this.words =
                " " + BETWEEN_WORDS.matcher(bounded).replaceAll(" ").strip().toLowerCase(Locale.ROOT) + " ";
    }

    private static Map<PersonalData, List<String>> words() {
        Map<PersonalData, List<String>> words = new EnumMap<>(PersonalData.class);
        words.put(PersonalData.EMAIL, List.of("email", "e mail", "mail", "emails"));
        words.put(
                PersonalData.PHONE,
                List.of("phone", "phones", "telephone", "tel", "mobile", "gsm", "fax", "msisdn", "cellphone"));
        words.put(PersonalData.IBAN, List.of("iban"));
        words.put(PersonalData.PAYMENT_CARD, List.of("card number", "cardnumber", "credit card", "creditcard", "pan"));
        words.put(
                PersonalData.NATIONAL_ID,
                List.of("ssn", "bsn", "dni", "nie", "nif", "pesel", "personnummer", "national id", "social security"));
        words.put(PersonalData.IP_ADDRESS, List.of("ip", "ipv4", "ipv6", "ipaddress", "remote addr"));
        words.put(
                PersonalData.PERSON_NAME,
                List.of(
                        "first name",
                        "last name",
                        "full name",
                        "given name",
                        "family name",
                        "middle name",
                        "maiden name",
                        "firstname",
                        "lastname",
                        "fullname",
                        "surname",
                        "customer name",
                        "person name",
                        "contact name"));
        words.put(
                PersonalData.DATE_OF_BIRTH,
                List.of("birth date", "birthdate", "birthday", "date of birth", "dob", "born on"));
        words.put(
                PersonalData.POSTAL_ADDRESS,
                List.of("street", "postcode", "postal code", "zip code", "zipcode", "home address", "address"));
        return words;
    }

    boolean suggests(PersonalData kind) {
        boolean named = WORDS.getOrDefault(kind, List.of()).stream().anyMatch(this::has);
        return named
                && (kind != PersonalData.POSTAL_ADDRESS
                        || OTHER_ADDRESSES.stream().noneMatch(this::has));
    }

    boolean isAboutVersions() {
        return has("version") || has("release") || has("build");
    }

    private boolean has(String phrase) {
        return words.contains(" " + phrase + " ");
    }
}
