package io.meshwork.cli.dlt;

import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SystemLimitException;
import org.apache.avro.generic.GenericDatumReader;

/** Reads what strangers wrote: neither lengths nor elements that a few bytes claim may take all memory. */
final class BoundedReader extends GenericDatumReader<Object> {

    /** More than anybody reads; elements of type null take no bytes at all. */
    private static final int MOST_ELEMENTS = 100_000;

    private static final int RESERVED_AT_ONCE = 1024;

    /** No record is longer, so nothing in it is; the services set the same. */
    private static final String MAX_LENGTH = "1048576";

    private int elements;

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
    protected Object newArray(Object old, int size, Schema schema) {
        return super.newArray(old, Math.min(size, RESERVED_AT_ONCE), schema);
    }

    @Override
    protected Object newMap(Object old, int size) {
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

    private void count() {
        if (++elements > MOST_ELEMENTS) {
            throw new AvroRuntimeException("more than " + MOST_ELEMENTS + " elements");
        }
    }
}
