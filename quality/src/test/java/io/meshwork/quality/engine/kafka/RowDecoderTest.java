package io.meshwork.quality.engine.kafka;

import static io.meshwork.quality.engine.kafka.RealTopics.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.meshwork.quality.engine.RecordFormat;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowDecoderTest {

    private interface Writing {
        void to(BinaryEncoder out) throws Exception;
    }

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final RowBytes row = new RowBytes();

    private Optional<String> decode(RecordFormat format, byte[] value) {
        return new RowDecoder(format, new WriterSchemas(registry)).decode(value, row);
    }

    private String json(String value) {
        assertThat(decode(RecordFormat.JSON, bytes(value))).isEmpty();
        return row.toString();
    }

    private String flaw(byte[] value) {
        return decode(RecordFormat.ANY, value).orElseThrow();
    }

    private byte[] framed(Schema schema, Writing writing) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        out.write(ByteBuffer.allocate(4)
                .putInt(registry.register("any", new AvroSchema(schema)))
                .array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        writing.to(encoder);
        return out.toByteArray();
    }

    private String avro(Schema schema, Writing writing) throws Exception {
        assertThat(decode(RecordFormat.AVRO, framed(schema, writing))).isEmpty();
        return row.toString();
    }

    private static Schema type(String json) {
        return RealTopics.schema(json);
    }

    @Test
    void keepsNumbersOfJsonAsTheyAreWritten() {
        assertThat(json(" {\"a\": 1.10, \"b\": 12345678901234567890123,\n \"c\": {\"d\": [1e999, null, true]}} "))
                .isEqualTo("{\"a\":1.10,\"b\":12345678901234567890123,\"c\":{\"d\":[1e999,null,true]}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\":1}}",
                "{\"a\":1} {}",
                "[1]",
                "1",
                "null",
                "{\"a\":NaN}",
                "{a:1}",
                "{\"a\":\"\n\"}"
            })
    void refusesWhatIsNoJsonObject(String value) {
        assertThat(decode(RecordFormat.JSON, bytes(value))).isPresent();
    }

    @Test
    void tellsNoValuesOfWhatItCannotRead() {
        assertThat(flaw(bytes("{\"name\": secret}"))).doesNotContain("secret").contains("not valid JSON at byte ");
    }

    @Test
    void refusesJsonThatIsNestedTooDeep() {
        assertThat(flaw(bytes("{\"a\":".repeat(5000) + "1" + "}".repeat(5000)))).contains("nested deeper than 64");
    }

    @Test
    void writesLogicalTypesAsIsoDoes() throws Exception {
        Schema schema = type("""
                {"type": "record", "name": "R", "fields": [
                  {"name": "price", "type": {"type": "bytes", "logicalType": "decimal", "precision": 30, "scale": 2}},
                  {"name": "day", "type": {"type": "int", "logicalType": "date"}},
                  {"name": "at", "type": {"type": "long", "logicalType": "timestamp-micros"}},
                  {"name": "local", "type": {"type": "long", "logicalType": "local-timestamp-millis"}},
                  {"name": "time", "type": {"type": "int", "logicalType": "time-millis"}},
                  {"name": "took", "type": {"type": "fixed", "name": "D", "size": 12, "logicalType": "duration"}},
                  {"name": "id", "type": {"type": "fixed", "name": "U", "size": 16, "logicalType": "uuid"}}]}""");

        assertThat(avro(schema, out -> {
                    out.writeBytes(new java.math.BigInteger("12345678901234567890110").toByteArray());
                    out.writeInt(19_754);
                    out.writeLong(1_706_781_600_123_456L);
                    out.writeLong(-1);
                    out.writeInt(36_000_500);
                    out.writeFixed(new byte[] {1, 0, 0, 0, 2, 0, 0, 0, (byte) 0xdc, 5, 0, 0});
                    out.writeFixed(new byte[16]);
                }))
                .isEqualTo("{\"price\":\"123456789012345678901.10\",\"day\":\"2024-02-01\","
                        + "\"at\":\"2024-02-01T10:00:00.123456Z\",\"local\":\"1969-12-31T23:59:59.999\","
                        + "\"time\":\"10:00:00.500\",\"took\":\"P1M2DT1.5S\","
                        + "\"id\":\"00000000-0000-0000-0000-000000000000\"}");
    }

    @Test
    void writesWhatIsNestedAndWhatMayBeMissing() throws Exception {
        Schema schema = type("""
                {"type": "record", "name": "R", "fields": [
                  {"name": "lines", "type": {"type": "array", "items": {"type": "record", "name": "L", "fields": [
                    {"name": "sku", "type": "string"}]}}},
                  {"name": "tags", "type": {"type": "map", "values": ["null", "long"]}},
                  {"name": "state", "type": {"type": "enum", "name": "E", "symbols": ["OPEN", "PAID"]}},
                  {"name": "raw", "type": ["null", "bytes"]},
                  {"name": "share", "type": "double"}]}""");

        assertThat(avro(schema, out -> {
                    out.writeArrayStart();
                    out.setItemCount(1);
                    out.startItem();
                    out.writeString("é\"\n");
                    out.writeArrayEnd();
                    out.writeMapStart();
                    out.setItemCount(1);
                    out.startItem();
                    out.writeString("a");
                    out.writeIndex(0);
                    out.writeMapEnd();
                    out.writeEnum(1);
                    out.writeIndex(1);
                    out.writeBytes(new byte[] {1, 2, 3});
                    out.writeDouble(Double.NaN);
                }))
                .isEqualTo("{\"lines\":[{\"sku\":\"é\\\"\\n\"}],\"tags\":{\"a\":null},\"state\":\"PAID\","
                        + "\"raw\":\"AQID\",\"share\":\"NaN\"}");
    }

    @Test
    void makesAFieldOfWhatIsNoRecord() throws Exception {
        assertThat(avro(type("\"long\""), out -> out.writeLong(Long.MAX_VALUE)))
                .isEqualTo("{\"value\":9223372036854775807}");
    }

    @Test
    void believesNoLengthBeyondTheRecord() throws Exception {
        assertThat(flaw(framed(type("\"string\""), out -> out.writeLong(Integer.MAX_VALUE))))
                .isEqualTo("a length in it is beyond its end");
        assertThat(flaw(framed(type("\"bytes\""), out -> out.writeLong(-5)))).contains("beyond its end");
        assertThat(flaw(framed(
                        type("{\"type\": \"fixed\", \"name\": \"F\", \"size\": 2000000000}"), out -> out.writeInt(1))))
                .contains("beyond its end");
    }

    @Test
    void endsRecordsThatUnfoldWithoutEnd() throws Exception {
        Schema nothings = SchemaBuilder.array().items().nullType();
        byte[] twoBillion = framed(nothings, out -> {
            out.writeLong(2_000_000_000L);
            out.writeLong(0);
        });

        assertThat(flaw(twoBillion)).contains("larger than 4 MB when it is unfolded");
    }

    @Test
    void endsRecordsThatHoldThemselves() throws Exception {
        Schema inItself = type("{\"type\": \"record\", \"name\": \"R\", \"fields\": [{\"name\": \"r\","
                + " \"type\": [\"null\", \"R\"]}]}");
        byte[] deep = framed(inItself, out -> {
            for (int i = 0; i < 10_000; i++) {
                out.writeIndex(1);
            }
            out.writeIndex(0);
        });

        assertThat(flaw(deep)).contains("nested deeper than 64");
    }

    @Test
    void refusesDecimalsOfEndlessDigits() throws Exception {
        Schema decimal = type(
                "{\"type\": \"bytes\", \"logicalType\": \"decimal\", \"precision\": 2000000000, \"scale\": 1999999999}");

        assertThat(flaw(framed(decimal, out -> out.writeBytes(new byte[100_000]))))
                .contains("more than 1024 bytes");
        assertThat(avro(decimal, out -> out.writeBytes(new byte[] {7}))).isEqualTo("{\"value\":\"7E-1999999999\"}");
    }

    @Test
    void refusesBytesThatDoNotFitTheirSchema() throws Exception {
        assertThat(flaw(framed(type("\"double\""), out -> out.writeInt(1)))).contains("do not fit the schema");
        assertThat(flaw(framed(type("[\"null\", \"int\"]"), out -> out.writeIndex(7))))
                .contains("do not fit");
        assertThat(flaw(framed(
                        type("{\"type\": \"enum\", \"name\": \"E\", \"symbols\": [\"A\"]}"), out -> out.writeEnum(9))))
                .contains("do not fit");
    }

    @Test
    void refusesSchemasThatTheRegistryDoesNotKnow() {
        assertThat(flaw(new byte[] {0, 0, 0, 3, (byte) 0xe8, 1})).isEqualTo("its schema 1000 is not in the registry");
    }

    @Test
    void holdsTheContractToItsFormat() throws Exception {
        byte[] avro = framed(type("\"int\""), out -> out.writeInt(1));

        assertThat(decode(RecordFormat.JSON, avro))
                .hasValueSatisfying(why -> assertThat(why).contains("it is Avro"));
        assertThat(decode(RecordFormat.AVRO, bytes("{}")))
                .hasValueSatisfying(why -> assertThat(why).contains("does not begin with the id of a schema"));
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThat(flaw(new byte[5 << 20])).isEqualTo("it is larger than 4 MB");
    }
}
