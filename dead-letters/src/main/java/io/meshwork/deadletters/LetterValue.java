package io.meshwork.deadletters;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A letter's value for people: by its Avro schema, else as text, else in hexadecimal; many a letter is one because it is not what
 * its topic promises.
 *
 * @param what it is, on a line
 * @param lines the value
 */
public record LetterValue(String what, List<String> lines) {

    /** Confluent's wire format: a zero, the schema's id in four bytes, the value. */
    private static final int HEAD = 5;

    private static final int MOST_BYTES = 1024;
    private static final int BYTES_IN_A_LINE = 32;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** A registry that does not answer leaves the value as bytes, and says so. */
    public static LetterValue of(byte[] value, SchemaRegistryClient registry) {
        if (value.length == 0) {
            return new LetterValue("no bytes", List.of());
        }
        if (value.length < HEAD || value[0] != 0) {
            return plain(value, "not in the wire format of Avro");
        }
        int id = ByteBuffer.wrap(value, 1, 4).getInt();
        try {
            return registry.getSchemaById(id).rawSchema() instanceof Schema schema
                    ? avro(value, schema, id)
                    : plain(value, "by schema " + id + ", which is not Avro");
        } catch (RestClientException e) {
            return plain(value, "by schema " + id + ", which the registry does not know");
        } catch (IOException | RuntimeException e) {
            return plain(value, "by schema " + id + "; the registry does not answer");
        }
    }

    static LetterValue avro(byte[] value, Schema schema, int id) {
        try {
            Object read = new BoundedReader(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(value, HEAD, value.length - HEAD, null));
            return new LetterValue(schema.getFullName() + ", schema " + id, json(String.valueOf(read)));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return plain(value, "by schema " + id + " (" + schema.getFullName() + "), but it cannot be read by that");
        }
    }

    private static List<String> json(String text) {
        try {
            return JSON.writeValueAsString(JSON.readTree(text)).lines().toList();
        } catch (JacksonException e) {
            return List.of(text);
        }
    }

    private static LetterValue plain(byte[] value, String why) {
        return text(value)
                .map(text -> new LetterValue("text, " + why, text.lines().toList()))
                .orElseGet(() -> hex(value, why));
    }

    /** Empty when the bytes are no text that can be shown. */
    private static Optional<String> text(byte[] value) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            return Optional.of(text)
                    .filter(all -> all.chars()
                            .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'));
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }

    private static LetterValue hex(byte[] value, String why) {
        String digits = HexFormat.of().formatHex(value, 0, Math.min(value.length, MOST_BYTES));
        String cut = value.length > MOST_BYTES ? ", the first " + MOST_BYTES + " bytes" : "";
        return new LetterValue(
                "bytes" + cut + ", " + why,
                digits.replaceAll("(.{" + 2 * BYTES_IN_A_LINE + "})", "$1\n")
                        .lines()
                        .toList());
    }
}
