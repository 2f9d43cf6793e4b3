package io.meshwork.cli.publish;

import java.util.Optional;

/** What is sent to the catalog; the document travels as it is. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Submission(byte[] document, String contentType, Optional<String> token, Optional<String> idempotencyKey) {}
