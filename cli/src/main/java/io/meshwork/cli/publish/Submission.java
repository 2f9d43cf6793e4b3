package io.meshwork.cli.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What is sent to the catalog; the document travels as it is. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Submission(byte[] document, String contentType, Optional<String> token, Optional<String> idempotencyKey) {

    static Submission of(Path file, Optional<String> token, Optional<String> idempotencyKey) throws IOException {
        String contentType = file.toString().endsWith(".json") ? "application/json" : "application/yaml";
        return new Submission(Files.readAllBytes(file), contentType, token, idempotencyKey);
    }
}
