package io.meshwork.schemas.topics;

/** The broker or the registry cannot be reached or refuses us: says nothing about the topics, so wait and try again. */
public final class PlatformUnavailableException extends RuntimeException {

    PlatformUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
