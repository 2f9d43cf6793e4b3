package io.meshwork.policy.compliance.web;

import io.meshwork.policy.compliance.Standing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

@Schema(name = "ComplianceHistory", description = "How well the mesh complied, day by day")
record HistoryRepresentation(List<Day> items) {

    record Day(LocalDate day, Counts counts) {}

    static HistoryRepresentation of(Map<LocalDate, Standing> history) {
        return new HistoryRepresentation(history.entrySet().stream()
                .map(entry -> new Day(entry.getKey(), Counts.of(entry.getValue())))
                .toList());
    }

    String csv() {
        StringBuilder csv = new StringBuilder("day," + Counts.HEADER + "\n");
        items.forEach(item ->
                csv.append(item.day()).append(',').append(item.counts().csv()).append('\n'));
        return csv.toString();
    }
}
