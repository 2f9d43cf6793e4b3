package io.meshwork.policy.evaluation.jdbc;

import io.meshwork.policy.judgement.Violation;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Violations as they are kept. */
final class ViolationJson {

    private static final String NONE = "[]";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final ObjectWriter WRITER = MAPPER.writer();
    /** Kept ones may be older than a field. */
    private static final ObjectReader READER =
            MAPPER.readerForListOf(Violation.class).without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private ViolationJson() {}

    static String write(List<Violation> violations) {
        return violations.isEmpty() ? NONE : WRITER.writeValueAsString(violations);
    }

    static List<Violation> read(String json) {
        return json.equals(NONE) ? List.of() : READER.readValue(json);
    }
}
