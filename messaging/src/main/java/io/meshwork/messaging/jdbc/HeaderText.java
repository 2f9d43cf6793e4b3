package io.meshwork.messaging.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Headers in one column: ours as a JSON object of texts, those of other people's records byte for byte. */
final class HeaderText {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<Raw>> RAW = new TypeReference<>() {};

    /** Jackson writes the value as Base64. */
    @SuppressWarnings("ArrayRecordComponent") // nothing compares them
    private record Raw(String name, byte @Nullable [] value) {}

    private HeaderText() {}

    static String write(Map<String, String> headers) {
        return JSON.writeValueAsString(headers);
    }

    static Map<String, String> read(String text) {
        return JSON.readValue(text, TEXTS);
    }

    static String writeRaw(Headers headers) {
        List<Raw> raw = new ArrayList<>();
        for (Header header : headers) {
            raw.add(new Raw(header.key(), header.value()));
        }
        return JSON.writeValueAsString(raw);
    }

    static Headers readRaw(String text) {
        RecordHeaders headers = new RecordHeaders();
        JSON.readValue(text, RAW).forEach(raw -> headers.add(raw.name(), raw.value()));
        return headers;
    }
}
