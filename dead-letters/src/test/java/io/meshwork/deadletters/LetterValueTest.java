package io.meshwork.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Letters are what strangers wrote, also on purpose. */
class LetterValueTest {

    private static final Schema NOTHINGS = schema("{\"type\":\"array\",\"items\":\"null\"}");
    private static final Schema TEXT = schema("\"string\"");

    @Test
    void showsAValueByItsSchema() {
        assertThat(show(TEXT, "06616263").lines()).containsExactly("abc");
    }

    /** Elements of type null take no bytes, so few bytes can claim as many as they like. */
    @Test
    void elementsThatTakeNoBytesDoNotFillTheMemory() {
        assertThat(show(NOTHINGS, "808080808080808001").what()).contains("cannot be read by that");
        assertThat(show(NOTHINGS, "80a80f".repeat(100) + "00").what()).contains("cannot be read by that");
        assertThat(show(NOTHINGS, "0600").lines()).isNotEmpty();
    }

    @Test
    void aLengthThatIsNotThereIsNotReserved() {
        assertThat(show(TEXT, "feffffff0f").what()).contains("cannot be read by that");
    }

    @Test
    void aValueThatIsNestedTooDeeplyIsShownAsBytes() {
        Schema nested = schema(
                "{\"type\":\"record\",\"name\":\"Nested\",\"fields\":[{\"name\":\"next\",\"type\":[\"null\",\"Nested\"]}]}");

        assertThat(show(nested, "02".repeat(200_000) + "00").what()).contains("cannot be read by that");
    }

    private static LetterValue show(Schema schema, String value) {
        return LetterValue.avro(HexFormat.of().parseHex("0000000001" + value), schema, 1);
    }

    private static Schema schema(String json) {
        return new Schema.Parser().parse(json);
    }
}
