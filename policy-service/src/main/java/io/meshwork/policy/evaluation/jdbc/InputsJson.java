package io.meshwork.policy.evaluation.jdbc;

import tools.jackson.databind.json.JsonMapper;

/** Inputs as they are kept. */
final class InputsJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private InputsJson() {}

    static String write(Inputs inputs) {
        return MAPPER.writeValueAsString(inputs);
    }

    static Inputs read(String json) {
        return MAPPER.readValue(json, Inputs.class);
    }
}
