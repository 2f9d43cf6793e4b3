package io.meshwork.catalog.product.jdbc;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.meshwork.catalog.product.Reason;
import io.meshwork.catalog.product.VersionLife;
import io.meshwork.catalog.product.VersionLives;
import io.meshwork.contract.read.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is kept as JSON; properties that an older or newer version wrote do not matter. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final String EMPTY_LIST = "[]";

    private Json() {}

    static String write(Object value) {
        return value instanceof List<?> list && list.isEmpty() ? EMPTY_LIST : MAPPER.writeValueAsString(value);
    }

    static <T> @Nullable T read(@Nullable String json, Class<T> type) {
        return json == null ? null : MAPPER.readValue(json, type);
    }

    static List<String> texts(String json) {
        return json.equals(EMPTY_LIST) ? List.of() : MAPPER.readValue(json, new TypeReference<List<String>>() {});
    }

    static List<Reason> reasons(String json) {
        return json.equals(EMPTY_LIST) ? List.of() : MAPPER.readValue(json, new TypeReference<List<Reason>>() {});
    }

    static VersionLives lives(String json) {
        return json.equals(EMPTY_LIST)
                ? VersionLives.NONE
                : new VersionLives(MAPPER.readValue(json, new TypeReference<List<VersionLife>>() {}));
    }

    static List<Problem> problems(String json) {
        return json.equals(EMPTY_LIST) ? List.of() : MAPPER.readValue(json, new TypeReference<List<Problem>>() {});
    }
}
