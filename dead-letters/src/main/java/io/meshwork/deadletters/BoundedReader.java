package io.meshwork.deadletters;

import java.io.IOException;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SystemLimitException;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/** Reads what strangers wrote: neither lengths nor elements nor names that a few bytes claim may take all memory. */
final class BoundedReader extends GenericDatumReader<Object> {

    /** More than anybody reads; elements of type null take no bytes at all. */
    private static final int MOST_ELEMENTS = 100_000;

    /** Characters of names of fields and symbols, which stand in the schema once and in what is shown each time. */
    private static final int LONGEST_NAMES = 4_000_000;

    private static final int RESERVED_AT_ONCE = 1024;

    /** No record is longer, so nothing in it is; the services set the same. */
    private static final String MAX_LENGTH = "1048576";

    private int elements;
    private int names;

    static {
        for (String limit : List.of(
                SystemLimitException.MAX_STRING_LENGTH_PROPERTY,
                SystemLimitException.MAX_BYTES_LENGTH_PROPERTY,
                SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY)) {
            System.getProperties().putIfAbsent(limit, MAX_LENGTH);
        }
    }

    BoundedReader(Schema schema) {
        super(schema);
    }

    @Override
    protected Object newArray(@Nullable Object old, int size, Schema schema) {
        return super.newArray(old, Math.min(size, RESERVED_AT_ONCE), schema);
    }

    @Override
    protected Object newMap(@Nullable Object old, int size) {
        return super.newMap(old, Math.min(size, RESERVED_AT_ONCE));
    }

    @Override
    protected void addToArray(Object array, long position, Object element) {
        count();
        super.addToArray(array, position, element);
    }

    @Override
    protected void addToMap(Object map, Object key, Object value) {
        count();
        super.addToMap(map, key, value);
    }

    @Override
    protected void readField(
            Object record, Schema.Field field, @Nullable Object old, ResolvingDecoder in, @Nullable Object state)
            throws IOException {
        count(field.name());
        super.readField(record, field, old, in, state);
    }

    @Override
    protected Object createEnum(String symbol, Schema schema) {
        count(symbol);
        return super.createEnum(symbol, schema);
    }

    private void count() {
        if (++elements > MOST_ELEMENTS) {
            throw new AvroRuntimeException("more than " + MOST_ELEMENTS + " elements");
        }
    }

    private void count(String name) {
        names += name.length();
        if (names > LONGEST_NAMES) {
            throw new AvroRuntimeException("more than " + LONGEST_NAMES + " characters of names");
        }
    }
}
