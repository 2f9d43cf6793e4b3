package io.meshwork.quality.engine.kafka;

import io.meshwork.quality.engine.RecordFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Makes a row of a record's value: of Avro with the id of its schema before it (Confluent's wire format), of a JSON object, or of a
 * JSON object with such an id.
 */
final class RowDecoder {

    private static final int HEADER = 5;

    private final RecordFormat format;
    private final WriterSchemas schemas;

    RowDecoder(RecordFormat format, WriterSchemas schemas) {
        this.format = format;
        this.schemas = schemas;
    }

    /**
     * Writes a JSON object of one line.
     *
     * @return why it cannot be read, without values from the data; the row is then worth nothing
     * @throws RegistryTrouble when that cannot be told
     */
    Optional<String> decode(byte[] value, RowBytes row) {
        row.reset();
        try (JsonGenerator json = JsonRow.JSON.createGenerator(ObjectWriteContext.empty(), row)) {
            if (value.length > RowBytes.MOST) {
                throw new Illegible("it is larger than " + (RowBytes.MOST >> 20) + " MB");
            }
            write(value, json);
        } catch (Illegible e) {
            return Optional.of(e.why());
        } catch (StreamConstraintsException e) {
            return Optional.of("its JSON is nested deeper than " + JsonRow.MOST_DEPTH
                    + ", or has a number of more than 1,000 digits");
        } catch (JacksonException e) {
            return Optional.of("it is not valid JSON" + place(e.getLocation()));
        } catch (IOException
                | AvroRuntimeException
                | IndexOutOfBoundsException
                | ArithmeticException
                | IllegalArgumentException
                | UnsupportedOperationException e) {
            return Optional.of("its bytes do not fit the schema that it names");
        }
        return Optional.empty();
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null ? "" : " at byte " + location.getByteOffset();
    }

    private void write(byte[] value, JsonGenerator json) throws IOException {
        boolean framed = value.length >= HEADER && value[0] == 0;
        if (!framed && format == RecordFormat.AVRO) {
            throw new Illegible("it does not begin with the id of a schema in the registry, as the Avro of Kafka does");
        }
        if (!framed) {
            JsonRow.copy(value, 0, json);
            return;
        }
        int id = ByteBuffer.wrap(value, 1, 4).getInt();
        switch (schemas.find(id)) {
            case WriterSchemas.Found.Missing(String why) -> throw new Illegible(why);
            case WriterSchemas.Found.Avro avro
            when format == RecordFormat.JSON -> throw new Illegible("it is Avro, and the contract says JSON");
            case WriterSchemas.Found.Avro(var schema) -> AvroRow.write(schema, value, HEADER, json);
            case WriterSchemas.Found.Other other
            when format == RecordFormat.AVRO -> throw new Illegible("its schema " + id + " is no Avro");
            case WriterSchemas.Found.Other other -> JsonRow.copy(value, HEADER, json);
        }
    }
}
