package io.meshwork.quality.engine.conformance;

class ParquetConformanceTest extends DuckDbFiles {

    ParquetConformanceTest() {
        super("parquet");
    }
}
