package io.meshwork.policy.evaluation.kafka;

import io.meshwork.events.CheckResult;
import io.meshwork.events.DimensionScore;
import io.meshwork.events.ProfileSummary;
import io.meshwork.events.ProfiledField;
import io.meshwork.events.PublishedChange;
import io.meshwork.events.QualityScored;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What events say, in the shape that expressions see. */
final class FactsJson {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String NO_LIST = "[]";

    private FactsJson() {}

    static String changes(List<PublishedChange> changes) {
        return changes.isEmpty()
                ? NO_LIST
                : MAPPER.writeValueAsString(
                        changes.stream().map(FactsJson::change).toList());
    }

    private static Map<String, @Nullable Object> change(PublishedChange change) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("kind", change.getKind());
        fields.put("impact", change.getImpact());
        fields.put("path", change.getPath());
        fields.put("before", change.getBefore());
        fields.put("after", change.getAfter());
        fields.put("reason", change.getReason());
        return fields;
    }

    static String quality(QualityScored scored) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("status", scored.getStatus());
        fields.put("score", scored.getScore());
        fields.put("rows", scored.getRows());
        fields.put("scoredAt", scored.getScoredAt().toString());
        fields.put(
                "dimensions",
                scored.getDimensions().stream()
                        .collect(
                                Collectors.toMap(DimensionScore::getDimension, DimensionScore::getScore, (a, b) -> a)));
        fields.put("checks", scored.getChecks().stream().map(FactsJson::check).toList());
        fields.put("profile", profile(scored.getProfile()));
        return MAPPER.writeValueAsString(fields);
    }

    private static @Nullable Map<String, Object> profile(@Nullable ProfileSummary profile) {
        return profile == null
                ? null
                : Map.of(
                        "fields",
                        profile.getFields().stream().map(FactsJson::field).toList(),
                        "fieldsLeft",
                        profile.getFieldsLeft());
    }

    private static Map<String, @Nullable Object> field(ProfiledField field) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("dataset", field.getDataset());
        fields.put("field", field.getField());
        fields.put("inContract", field.getInContract());
        fields.put("nullRate", field.getNullRate());
        fields.put("distinct", field.getDistinct());
        fields.put("undeclaredPersonalData", field.getUndeclaredPersonalData());
        fields.put("confidence", field.getConfidence());
        return fields;
    }

    private static Map<String, @Nullable Object> check(CheckResult check) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", check.getName());
        fields.put("dataset", check.getDataset());
        fields.put("fields", check.getFields());
        fields.put("dimension", check.getDimension());
        fields.put("metric", check.getMetric());
        fields.put("severity", check.getSeverity());
        fields.put("status", check.getStatus());
        fields.put("measured", check.getMeasured());
        fields.put("score", check.getScore());
        fields.put("message", check.getMessage());
        return fields;
    }
}
