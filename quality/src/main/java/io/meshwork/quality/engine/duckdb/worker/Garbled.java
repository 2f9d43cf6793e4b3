package io.meshwork.quality.engine.duckdb.worker;

import java.io.IOException;

/** What came is no frame of ours. */
final class Garbled extends IOException {

    private static final long serialVersionUID = 1;

    Garbled(String message) {
        super(message);
    }
}
