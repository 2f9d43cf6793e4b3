package io.meshwork.messaging.kafka;

import java.util.List;
import org.apache.avro.SystemLimitException;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/** What Avro may do for records of other people. */
public final class AvroClasses {

    private static final ClassSecurityPredicate OURS = type -> type.getName().startsWith("io.meshwork.events.");

    /** No record is longer, so nothing in it is. */
    private static final String MAX_LENGTH = "1048576";

    private AvroClasses() {}

    /**
     * Avro instantiates only classes it was told to trust: the generated ones and Avro's own. And it reserves what a length in a
     * record asks for: without limits ten hostile bytes take the whole heap. Limits that are set already stay.
     */
    public static void trustOurs() {
        for (String limit : List.of(
                SystemLimitException.MAX_STRING_LENGTH_PROPERTY,
                SystemLimitException.MAX_BYTES_LENGTH_PROPERTY,
                SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY)) {
            System.getProperties().putIfAbsent(limit, MAX_LENGTH);
        }
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.DEFAULT_TRUSTED_CLASSES, OURS));
    }
}
