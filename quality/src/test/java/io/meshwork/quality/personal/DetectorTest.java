package io.meshwork.quality.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {

    private static Optional<Detection> detect(String column, List<String> values) {
        return Detector.detect(column, values);
    }

    /** A hundred values. */
    private static List<String> many(IntFunction<String> value) {
        return IntStream.range(0, 100).mapToObj(value).toList();
    }

    private static Detection found(String column, List<String> values) {
        return detect(column, values).orElseThrow(() -> new AssertionError("nothing found in " + values));
    }

    @Test
    void findsEmailAddresses() {
        Detection found = found("c7", many(i -> "jan.de-vries+" + i + "@mail.example.org"));

        assertThat(found.kind()).isEqualTo(PersonalData.EMAIL);
        assertThat(found.share()).isEqualTo(1);
        assertThat(found.confidence()).isGreaterThan(0.95);
    }

    @Test
    void findsEmailAddressesInsideOfText() {
        List<String> remarks = new ArrayList<>(many(i -> "all is well " + i));
        remarks.add("ask Jan <jan@example.org> for it");
        remarks.add("or mail to eva@example.org.");
        remarks.add("cc: bo@example.org");

        assertThat(found("remark", remarks).kind()).isEqualTo(PersonalData.EMAIL);
    }

    @ParameterizedTest
    @CsvSource({
        "IBAN, NL91ABNA0417164300, DE89370400440532013000, GB29 NWBK 6016 1331 9268 19",
        "PAYMENT_CARD, 4111111111111111, 5500-0055-5555-5559, 3714 496353 98431",
        "NATIONAL_ID, 123456782, 111222333, 999999990",
        "NATIONAL_ID, 12345678Z, 00000000T, X1234567L",
        "NATIONAL_ID, 44051401359, 02070803628, 90090515836",
        "NATIONAL_ID, 811228-9874, 19670919-9530, 6709199530",
        "NATIONAL_ID, 536-90-4399, 078-05-1120, 219-09-9999",
        "PHONE, +31 20 624 1111, +1 (555) 010-9999, +442079460958",
        "PHONE, (212) 555-0123, 415-555-2671, 202-456-1414",
        "IP_ADDRESS, 192.168.17.4, 8.8.200.8, 145.3.27.1",
        "IP_ADDRESS, 2001:db8::8a2e:370:7334, fe80::1ff:fe23:4567:890a, 2001:0db8:0000:0000:0000:ff00:0042:8329"
    })
    void knowsThreeOfAKind(PersonalData kind, String first, String second, String third) {
        assertThat(found("value", List.of(first, second, third)).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "birth_date, 1980-03-01, DATE_OF_BIRTH",
        "dateOfBirth, 01/03/1980, DATE_OF_BIRTH",
        "last_name, de Vries, PERSON_NAME",
        "customerName, Ann O'Hara, PERSON_NAME",
        "home_address, Dam 1, POSTAL_ADDRESS",
        "phone, 0206241111, PHONE",
        "ssn, 536904399, NATIONAL_ID"
    })
    void believesTheNameOfAColumnWhereValuesFit(String column, String value, PersonalData kind) {
        List<String> values = Collections.nCopies(20, value);

        assertThat(found(column, values).kind()).isEqualTo(kind);
        assertThat(detect("column", values)).isEmpty();
    }

    @Test
    void isSurerWhereNameAndValuesAgree() {
        List<String> values = List.of("123456782", "111222333", "999999990");

        assertThat(found("bsn", values).confidence())
                .isGreaterThan(found("number", values).confidence());
    }

    @Test
    void takesRunningNumbersForNothing() {
        assertThat(detect("order_id", many(i -> String.valueOf(100_000_000 + i))))
                .isEmpty();
        assertThat(detect("order_id", many(i -> String.valueOf(44_010_112_300L + i))))
                .isEmpty();
        assertThat(detect("order_id", many(i -> String.valueOf(4_000_000_000_000_000L + i))))
                .isEmpty();
        assertThat(detect("id", many(i -> String.valueOf(i)))).isEmpty();
    }

    @Test
    void takesRandomNumbersForNothing() {
        Random random = new Random(7);

        assertThat(detect("code", many(i -> String.valueOf(100_000_000 + random.nextInt(899_999_999)))))
                .isEmpty();
        assertThat(detect("code", many(i -> "4" + (100_000_000_000_000L + random.nextLong(899_999_999_999_999L)))))
                .isEmpty();
    }

    @Test
    void takesTimesForNothing() {
        assertThat(detect("at", many(i -> String.valueOf(1_700_000_000L + i * 977))))
                .isEmpty();
        assertThat(detect("at", many(i -> String.valueOf(1_700_000_000_000L + i * 977_123L))))
                .isEmpty();
        assertThat(detect("at", many(i -> String.valueOf(1_700_000_000_000_000L + i * 977_123_456L))))
                .isEmpty();
        assertThat(detect("at", many(i -> "2024010213%02d".formatted(i % 60)))).isEmpty();
        assertThat(detect("at", many(i -> "2024-01-02 12:34:%02d".formatted(i % 60))))
                .isEmpty();
        assertThat(detect("at", many(i -> "12:34:%02d".formatted(i % 60)))).isEmpty();
        assertThat(detect("created", many(i -> "2024-01-%02d".formatted(i % 28 + 1))))
                .isEmpty();
    }

    @Test
    void takesStockNumbersForNothing() {
        assertThat(detect("sku", many(i -> "SKU-%05d".formatted(i)))).isEmpty();
        assertThat(detect("sku", many(i -> "%08d%c".formatted(i * 7, 'A' + i % 26))))
                .isEmpty();
        assertThat(detect("sku", many(i -> "AB12CD%010d".formatted(i)))).isEmpty();
        assertThat(detect("ean", many(i -> String.valueOf(8_710_000_000_000L + i * 31))))
                .isEmpty();
    }

    @Test
    void takesVersionsForNothing() {
        assertThat(detect("release", many(i -> "1.2.3." + i))).isEmpty();
        assertThat(detect("app", many(i -> "1.%d.3.4".formatted(i % 10)))).isEmpty();
        assertThat(detect("app", many(i -> "120.0.6099." + i))).isEmpty();
        assertThat(detect("version", many(i -> "10.0.0.1%02d".formatted(i)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"logo@2x.png", "pkg@1.2.3", "@handle", "user@host", "a@b@c", "std::string", "aa:bb:cc:dd:ee:ff"})
    void takesWhatOnlyLooksAlikeForNothing(String value) {
        assertThat(detect("value", Collections.nCopies(50, value))).isEmpty();
    }

    @Test
    void takesNamesOfThingsForNothing() {
        List<String> names = Collections.nCopies(20, "Garden chair");

        assertThat(detect("product_name", names)).isEmpty();
        assertThat(detect("name", names)).isEmpty();
        assertThat(detect("ip_address_label", names)).isEmpty();
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(detect("email", List.of())).isEmpty();
        assertThat(detect("email", List.of("", "  "))).isEmpty();
    }

    /** Every expression is tried on texts made to slow it down. */
    @Test
    void isQuickOnHostileText() {
        List<String> hostile = List.of(
                "a".repeat(100_000),
                "a@".repeat(50_000),
                "a.".repeat(50_000) + "@",
                "a@" + "a.".repeat(50_000),
                "1 ".repeat(50_000),
                "+1" + " ".repeat(99_999),
                ":".repeat(100_000),
                "(".repeat(100_000),
                "\u0000\uD800".repeat(1000));
        long start = System.nanoTime();

        detect("phone email address", hostile);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}
