package io.meshwork.quality.engine.conformance;

class CsvConformanceTest extends DuckDbFiles {

    CsvConformanceTest() {
        super("csv");
    }
}
