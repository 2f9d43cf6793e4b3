package io.meshwork.quality.engine.conformance;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Decimals are text, as they are written where all their digits count. */
class JsonTopicConformanceTest extends Topics {

    private static final JsonMapper JSON = JsonMapper.shared();

    JsonTopicConformanceTest() {
        super("json");
    }

    @Override
    byte[] record(Map<String, String> types, Map<String, Object> values) {
        Map<String, Object> written = new LinkedHashMap<>();
        values.forEach((name, value) -> written.put(
                name,
                value instanceof LocalDate || value instanceof Timestamp || value instanceof BigDecimal
                        ? value.toString()
                        : value));
        return JSON.writeValueAsBytes(written);
    }
}
