package io.meshwork.quality.engine.conformance;

import io.meshwork.quality.engine.kafka.RealTopics;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import tools.jackson.databind.json.JsonMapper;

class AvroTopicConformanceTest extends Topics {

    private static final JsonMapper JSON = JsonMapper.shared();

    AvroTopicConformanceTest() {
        super("avro");
    }

    @Override
    byte[] record(Map<String, String> types, Map<String, Object> values) {
        String fields = types.entrySet().stream()
                .map(column -> "{\"name\": %s, \"type\": [\"null\", %s]}"
                        .formatted(JSON.writeValueAsString(column.getKey()), type(column.getValue())))
                .collect(Collectors.joining(", "));
        Schema schema = RealTopics.schema("{\"type\": \"record\", \"name\": \"Order\", \"fields\": [" + fields + "]}");
        GenericData.Record record = new GenericData.Record(schema);
        values.forEach((name, value) -> record.put(name, written(value)));
        return RealTopics.avro(record);
    }

    private static String type(String sql) {
        return switch (sql) {
            case "INTEGER" -> "\"int\"";
            case "DOUBLE" -> "\"double\"";
            case "BOOLEAN" -> "\"boolean\"";
            case "DATE" -> "{\"type\": \"int\", \"logicalType\": \"date\"}";
            case "TIMESTAMP" -> "{\"type\": \"long\", \"logicalType\": \"timestamp-micros\"}";
            case "DECIMAL(10,2)" ->
                "{\"type\": \"bytes\", \"logicalType\": \"decimal\", \"precision\": 10, \"scale\": 2}";
            default -> "\"string\"";
        };
    }

    private static Object written(Object value) {
        return switch (value) {
            case BigDecimal decimal ->
                ByteBuffer.wrap(decimal.setScale(2).unscaledValue().toByteArray());
            case LocalDate date -> (int) date.toEpochDay();
            case Timestamp time -> time.toLocalDateTime().toEpochSecond(ZoneOffset.UTC) * 1_000_000;
            case null -> null;
            default -> value;
        };
    }
}
