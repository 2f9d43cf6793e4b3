package io.meshwork.quality.personal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The ways of writing personal data that are known. No expression here can backtrack without bound. */
final class Forms {

    /** What follows the last dot of a picture's or a library's name, and is no domain. */
    private static final String NO_DOMAIN = "(?!(?:png|jpe?g|gif|svg|webp|ico|css|js|html?|json|xml)(?![a-z0-9-]))";

    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})([ T].*)?");

    static final List<Form> ALL = List.of(
            Form.of(
                            PersonalData.EMAIL,
                            "e-mail address",
                            "(?i)(?<![\\w.%+-])[a-z0-9_%+-][\\w.%+-]{0,63}@(?:[a-z0-9-]{1,63}\\.){1,5}" + NO_DOMAIN
                                    + "[a-z]{2,24}(?![\\w-])")
                    .certain(0.98)
                    .from(0.01)
                    .insideText(),
            Form.of(PersonalData.IBAN, "IBAN", "[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){11,30}")
                    .valid(Checksums::iban, 0.011)
                    .certain(0.98)
                    .from(0.05),
            Form.of(PersonalData.PAYMENT_CARD, "payment card number", "\\d{4}(?:[ -]?\\d){9,15}")
                    .valid(Checksums::paymentCard, 0.1)
                    .certain(0.95),
            Form.of(PersonalData.NATIONAL_ID, "Dutch BSN", "\\d{9}").valid(Checksums::dutchBsn, 0.091),
            Form.of(PersonalData.NATIONAL_ID, "Spanish DNI", "[XYZ\\d]\\d{7}[A-Z]")
                    .valid(Checksums::spanishDni, 0.044)
                    .certain(0.95),
            Form.of(PersonalData.NATIONAL_ID, "Polish PESEL", "\\d{11}").valid(Checksums::polishPesel, 0.1),
            Form.of(PersonalData.NATIONAL_ID, "Swedish personnummer", "(?:\\d{2})?\\d{6}[-+]?\\d{4}")
                    .valid(Checksums::swedishPersonnummer, 0.1),
            Form.of(
                            PersonalData.NATIONAL_ID,
                            "US social security number",
                            "(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}")
                    .certain(0.75),
            Form.of(
                            PersonalData.NATIONAL_ID,
                            "US social security number",
                            "(?!000|666|9)\\d{3}(?!00)\\d{2}(?!0000)\\d{4}")
                    .onlyWithHint()
                    .certain(0.7),
            Form.of(PersonalData.PHONE, "international phone number", "\\+[1-9](?:[ ().-]{0,2}\\d){7,14}")
                    .certain(0.85),
            Form.of(
                            PersonalData.PHONE,
                            "North American phone number",
                            "(?:1[ .-])?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[.-])[2-9]\\d{2}[ .-]\\d{4}")
                    .certain(0.75),
            Form.of(PersonalData.PHONE, "phone number", "\\(?0?[1-9](?:[ ()./-]{0,2}\\d){6,12}")
                    .onlyWithHint()
                    .certain(0.7),
            Form.of(PersonalData.IP_ADDRESS, "IPv4 address", "\\d{1,3}(?:\\.\\d{1,3}){3}")
                    .valid(Forms::isAddressRatherThanVersion, 0)
                    .certain(0.75),
            Form.of(PersonalData.IP_ADDRESS, "IPv4 address", "\\d{1,3}(?:\\.\\d{1,3}){3}")
                    .valid(value -> octets(value).allMatch(octet -> octet < 256), 0)
                    .onlyWithHint()
                    .certain(0.8),
            Form.of(PersonalData.IP_ADDRESS, "IPv6 address", "(?i)[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}")
                    .valid(Forms::isIpv6, 0)
                    .certain(0.8),
            Form.of(PersonalData.PERSON_NAME, "name of a person", "[\\p{L}][\\p{L}\\p{M}.' -]{0,59}")
                    .onlyWithHint()
                    .certain(0.6),
            Form.of(
                            PersonalData.DATE_OF_BIRTH,
                            "date of birth",
                            "(?:19|20)\\d{2}-\\d{2}-\\d{2}(?:[ T].{0,30})?|\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)\\d{2}")
                    .valid(Forms::isDay, 0)
                    .onlyWithHint()
                    .certain(0.7),
            Form.of(PersonalData.POSTAL_ADDRESS, "postal address", "(?=.*[\\p{L}\\d]).{2,120}")
                    .onlyWithHint()
                    .certain(0.55));

    private Forms() {}

    /** Versions are made of small numbers, addresses nearly always hold one that is not. */
    private static boolean isAddressRatherThanVersion(String value) {
        return octets(value).allMatch(octet -> octet < 256) && octets(value).anyMatch(octet -> octet >= 100);
    }

    private static IntStream octets(String value) {
        return Arrays.stream(value.split("\\.")).mapToInt(Integer::parseInt);
    }

    /** Eight groups, or fewer around one gap; so no time of day and no MAC address. */
    private static boolean isIpv6(String value) {
        int gap = value.indexOf("::");
        boolean oneGap = gap >= 0 && value.indexOf("::", gap + 1) < 0;
        long groups = Arrays.stream(value.split(":"))
                .filter(group -> !group.isEmpty())
                .count();
        return oneGap ? groups >= 2 && groups < 8 : gap < 0 && groups == 8;
    }

    private static boolean isDay(String value) {
        Matcher iso = ISO_DAY.matcher(value);
        if (!iso.matches()) {
            return true;
        }
        try {
            LocalDate.of(
                    Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3)));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
