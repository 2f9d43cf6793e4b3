package io.meshwork.benchmarks.mesh;

import java.nio.charset.StandardCharsets;

/** A record about a product, ready to be sent. */
public record Submission(String productId, byte[] value) {

    public byte[] key() {
        return productId.getBytes(StandardCharsets.UTF_8);
    }
}
