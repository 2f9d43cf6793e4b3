package io.meshwork.cli.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What is sent to the catalog; the document travels as it is. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Submission(
        byte[] document,
        String contentType,
        Optional<String> token,
        Optional<String> idempotencyKey,
        Optional<String> ifMatch) {

    static Submission of(Path file, Optional<String> token) throws IOException {
        return of(file, token, Optional.empty(), Optional.empty());
    }

    /** @param revision that the product or domain must have, so that nothing is overwritten unseen */
    static Submission of(Path file, Optional<String> token, Optional<String> idempotencyKey, Optional<Long> revision)
            throws IOException {
        String contentType = file.toString().endsWith(".json") ? "application/json" : "application/yaml";
        return new Submission(
                Files.readAllBytes(file),
                contentType,
                token,
                idempotencyKey,
                revision.map(number -> "\"" + number + "\""));
    }
}
