package io.meshwork.quality.engine.kafka;

import io.meshwork.quality.engine.DecimalType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import tools.jackson.core.JsonGenerator;

/**
 * Avro as a JSON object: logical types as ISO writes them, decimals as text with all their digits, bytes in base64, a union as the
 * value that it holds. What is no record becomes the one field {@code value}. Every length in the data is checked before it is believed.
 */
final class AvroRow {

    /** The time to write a number grows with the square of its digits. */
    private static final int LONGEST_DECIMAL = 1024;

    private static final int LONGEST_PLAIN = 400;

    private final BinaryDecoder in;
    private final JsonGenerator json;
    private final int length;

    private AvroRow(BinaryDecoder in, JsonGenerator json, int length) {
        this.in = in;
        this.json = json;
        this.length = length;
    }

    static void write(Schema schema, byte[] value, int from, JsonGenerator json) throws IOException {
        int length = value.length - from;
        BinaryDecoder in = DecoderFactory.get().binaryDecoder(value, from, length, null);
        new AvroRow(in, json, length).top(schema);
    }

    /** The fields of a record that are decimals, whether or not they may be null. */
    static Map<String, DecimalType> decimals(Schema schema) {
        Map<String, DecimalType> decimals = new HashMap<>();
        if (schema.getType() == Schema.Type.RECORD) {
            for (Schema.Field field : schema.getFields()) {
                Stream<Schema> branches =
                        field.schema().isUnion() ? field.schema().getTypes().stream() : Stream.of(field.schema());
                branches.filter(branch -> branch.getLogicalType() instanceof LogicalTypes.Decimal)
                        .map(branch -> (LogicalTypes.Decimal) branch.getLogicalType())
                        .map(decimal ->
                                new DecimalType(decimal.getPrecision() - decimal.getScale(), decimal.getScale()))
                        .forEach(decimal -> decimals.merge(field.name(), decimal, DecimalType::and));
            }
        }
        return decimals;
    }

    private void top(Schema schema) throws IOException {
        Schema chosen = chosen(schema);
        if (chosen.getType() == Schema.Type.RECORD) {
            value(chosen, 1);
            return;
        }
        json.writeStartObject();
        json.writeName("value");
        value(chosen, 1);
        json.writeEndObject();
    }

    private Schema chosen(Schema schema) throws IOException {
        return schema.getType() == Schema.Type.UNION ? schema.getTypes().get(in.readIndex()) : schema;
    }

    private void value(Schema schema, int depth) throws IOException {
        if (depth > JsonRow.MOST_DEPTH) {
            throw new Illegible("it is nested deeper than " + JsonRow.MOST_DEPTH);
        }
        switch (schema.getType()) {
            case RECORD -> record(schema, depth);
            case ARRAY -> array(schema.getElementType(), depth);
            case MAP -> map(schema.getValueType(), depth);
            case UNION -> value(chosen(schema), depth + 1);
            case ENUM -> json.writeString(schema.getEnumSymbols().get(in.readEnum()));
            case STRING -> json.writeString(text());
            case BYTES -> bytes(schema, sized(in.readLong()));
            case FIXED -> bytes(schema, sized(schema.getFixedSize()));
            case INT -> whole(schema, in.readInt());
            case LONG -> whole(schema, in.readLong());
            case FLOAT -> json.writeNumber(in.readFloat());
            case DOUBLE -> json.writeNumber(in.readDouble());
            case BOOLEAN -> json.writeBoolean(in.readBoolean());
            case NULL -> json.writeNull();
        }
    }

    private void record(Schema schema, int depth) throws IOException {
        json.writeStartObject();
        for (Schema.Field field : schema.getFields()) {
            json.writeName(field.name());
            value(field.schema(), depth + 1);
        }
        json.writeEndObject();
    }

    private void array(Schema element, int depth) throws IOException {
        json.writeStartArray();
        for (long block = in.readArrayStart(); block != 0; block = in.arrayNext()) {
            for (long i = 0; i < block; i++) {
                value(element, depth + 1);
            }
        }
        json.writeEndArray();
    }

    private void map(Schema values, int depth) throws IOException {
        json.writeStartObject();
        for (long block = in.readMapStart(); block != 0; block = in.mapNext()) {
            for (long i = 0; i < block; i++) {
                json.writeName(text());
                value(values, depth + 1);
            }
        }
        json.writeEndObject();
    }

    private String text() throws IOException {
        return new String(sized(in.readLong()), StandardCharsets.UTF_8);
    }

    private byte[] sized(long size) throws IOException {
        if (size < 0 || size > length) {
            throw new Illegible("a length in it is beyond its end");
        }
        byte[] bytes = new byte[(int) size];
        in.readFixed(bytes);
        return bytes;
    }

    private void whole(Schema schema, long number) {
        AvroTimes.text(schema, number).ifPresentOrElse(json::writeString, () -> json.writeNumber(number));
    }

    private void bytes(Schema schema, byte[] bytes) throws IOException {
        String logical =
                schema.getLogicalType() == null ? "" : schema.getLogicalType().getName();
        switch (logical) {
            case "decimal" -> number(bytes, ((LogicalTypes.Decimal) schema.getLogicalType()).getScale());
            case "big-decimal" -> bigDecimal(bytes);
            case "uuid" -> json.writeString(AvroTimes.uuid(bytes));
            case "duration" -> json.writeString(AvroTimes.duration(bytes));
            default -> json.writeBinary(bytes);
        }
    }

    /** Unscaled bytes, then the scale. */
    private void bigDecimal(byte[] bytes) throws IOException {
        BinaryDecoder inside = DecoderFactory.get().binaryDecoder(bytes, null);
        long size = inside.readLong();
        if (size < 0 || size > bytes.length) {
            throw new Illegible("a length in it is beyond its end");
        }
        byte[] unscaled = new byte[(int) size];
        inside.readFixed(unscaled);
        number(unscaled, inside.readInt());
    }

    private void number(byte[] unscaled, int scale) {
        if (unscaled.length > LONGEST_DECIMAL) {
            throw new Illegible("a decimal in it has more than " + LONGEST_DECIMAL + " bytes");
        }
        BigDecimal number = new BigDecimal(new BigInteger(unscaled), scale);
        json.writeString(Math.abs((long) scale) > LONGEST_PLAIN ? number.toString() : number.toPlainString());
    }
}
