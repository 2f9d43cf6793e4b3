package io.meshwork.messaging.boot;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/** Avro 1.12 instantiates only classes it was told to trust: the generated ones and Avro's own. */
final class AvroClasses {

    private static final ClassSecurityPredicate OURS = type -> type.getName().startsWith("io.meshwork.events.");

    private AvroClasses() {}

    static void trustOurs() {
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.DEFAULT_TRUSTED_CLASSES, OURS));
    }
}
