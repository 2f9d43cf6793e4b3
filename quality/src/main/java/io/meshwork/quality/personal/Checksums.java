package io.meshwork.quality.personal;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

/** Whether numbers carry the check digits that their issuers give them. Callers have checked the shape. */
final class Checksums {

    /** Characters of an IBAN by country, from the registry of SWIFT. */
    private static final Map<String, Integer> IBAN_LENGTHS = Map.ofEntries(
            Map.entry("AD", 24),
            Map.entry("AE", 23),
            Map.entry("AT", 20),
            Map.entry("BE", 16),
            Map.entry("BG", 22),
            Map.entry("BR", 29),
            Map.entry("CH", 21),
            Map.entry("CY", 28),
            Map.entry("CZ", 24),
            Map.entry("DE", 22),
            Map.entry("DK", 18),
            Map.entry("EE", 20),
            Map.entry("ES", 24),
            Map.entry("FI", 18),
            Map.entry("FR", 27),
            Map.entry("GB", 22),
            Map.entry("GR", 27),
            Map.entry("HR", 21),
            Map.entry("HU", 28),
            Map.entry("IE", 22),
            Map.entry("IL", 23),
            Map.entry("IS", 26),
            Map.entry("IT", 27),
            Map.entry("LI", 21),
            Map.entry("LT", 20),
            Map.entry("LU", 20),
            Map.entry("LV", 21),
            Map.entry("MC", 27),
            Map.entry("MT", 31),
            Map.entry("NL", 18),
            Map.entry("NO", 15),
            Map.entry("PL", 28),
            Map.entry("PT", 25),
            Map.entry("RO", 24),
            Map.entry("SA", 24),
            Map.entry("SE", 24),
            Map.entry("SI", 19),
            Map.entry("SK", 24),
            Map.entry("SM", 27),
            Map.entry("TR", 26),
            Map.entry("UA", 29));

    private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final int[] PESEL_WEIGHTS = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private Checksums() {}

    /** ISO 13616: the first four characters go to the end, letters count from 10, and the rest of 97 is 1. */
    static boolean iban(String text) {
        String iban = text.replace(" ", "");
        Integer length = iban.length() < 4 ? null : IBAN_LENGTHS.get(iban.substring(0, 2));
        if (length == null || length != iban.length()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue() == 1;
    }

    /** ISO/IEC 7812. */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    /** Lengths and beginnings that card schemes use; it keeps most order numbers and timestamps out. */
    static boolean paymentCard(String text) {
        String digits = text.replaceAll("[ -]", "");
        int four = Integer.parseInt(digits.substring(0, 4));
        boolean issued = switch (digits.length()) {
            case 13 -> four / 1000 == 4;
            case 14 -> four / 100 == 36 || four / 100 == 38 || (four / 10 >= 300 && four / 10 <= 305);
            case 15 -> four / 100 == 34 || four / 100 == 37;
            case 16 ->
                four / 1000 == 4
                        || (four / 100 >= 51 && four / 100 <= 55)
                        || (four >= 2221 && four <= 2720)
                        || four / 100 == 35
                        || four == 6011
                        || four / 100 == 65
                        || (four / 10 >= 644 && four / 10 <= 649);
            case 19 -> four / 1000 == 4 || four == 6011 || four / 100 == 65;
            default -> false;
        };
        return issued && digits.chars().distinct().count() > 1 && luhn(digits);
    }

    /** Weighted 9, 8, … 2, -1, the sum is divisible by 11. */
    static boolean dutchBsn(String digits) {
        int sum = -(digits.charAt(8) - '0');
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * (digits.charAt(i) - '0');
        }
        return sum != 0 && sum % 11 == 0;
    }

    /** The letter is the rest of 23; a foreigner's number begins with X, Y or Z for 0, 1 or 2. */
    static boolean spanishDni(String text) {
        int first = "XYZ".indexOf(text.charAt(0));
        String number = (first < 0 ? text.substring(0, 1) : String.valueOf(first)) + text.substring(1, 8);
        return DNI_LETTERS.charAt(Integer.parseInt(number) % 23) == text.charAt(8);
    }

    /** A date whose month also tells the century, then a weighted check digit. */
    static boolean polishPesel(String digits) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += PESEL_WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        int month = number(digits, 2, 4);
        int century = switch (month / 20) {
            case 0 -> 1900;
            case 1 -> 2000;
            case 2 -> 2100;
            case 3 -> 2200;
            default -> 1800;
        };
        return (10 - sum % 10) % 10 == digits.charAt(10) - '0'
                && isDay(century + number(digits, 0, 2), month % 20, number(digits, 4, 6));
    }

    /** A date, where a co-ordination number adds 60 to the day, then Luhn over the last ten digits. */
    static boolean swedishPersonnummer(String text) {
        String digits = text.replaceAll("[-+]", "");
        String ten = digits.substring(digits.length() - 10);
        int century = digits.length() == 12 ? number(digits, 0, 2) * 100 : 2000;
        int day = number(ten, 4, 6);
        return century >= 1800
                && century <= 2000
                && luhn(ten)
                && isDay(century + number(ten, 0, 2), number(ten, 2, 4), day > 60 ? day - 60 : day);
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }

    private static boolean isDay(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
