package io.meshwork.quality.engine.kafka;

import org.jspecify.annotations.Nullable;

/** The registry cannot be asked, which says nothing about any record. */
final class RegistryTrouble extends RuntimeException {

    RegistryTrouble(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
