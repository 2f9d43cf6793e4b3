package io.meshwork.quality.check;

import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.quality.check.PlannedCheck.Task;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says for one check which number has to be measured. */
final class CheckCompiler {

    private final Fields fields;
    private final Set<String> relation;

    CheckCompiler(String name, @Nullable Dataset dataset) {
        this.fields = new Fields(dataset);
        this.relation = new LinkedHashSet<>(List.of(name));
        if (dataset != null && dataset.physicalName() instanceof String physical) {
            relation.add(physical);
        }
    }

    PlannedCheck compile(QualityCheck check) {
        return new PlannedCheck(
                check.name(),
                check.dataset(),
                check.fields(),
                check.dimension(),
                check.metric(),
                check.severity(),
                check.threshold(),
                task(check));
    }

    private Task task(QualityCheck check) {
        for (String field : check.fields()) {
            if (fields.isInsideArray(field)) {
                return new Task.Skip("the field `" + field + "` is inside an array; checks look at one value per row");
            }
        }
        return switch (check.metric()) {
            case ROW_COUNT -> new Task.Take(new Measure.Rows());
            case NULL_VALUES, COMPLETENESS -> emptyCells(check);
            case MISSING_VALUES -> missing(check);
            case INVALID_VALUES, VALIDITY -> invalid(check);
            case DUPLICATE_VALUES, UNIQUENESS -> duplicates(check);
            case SQL -> answer(check);
            case NOT_EXECUTABLE -> new Task.Skip("the check is written in words or for another tool");
        };
    }

    private Task emptyCells(QualityCheck check) {
        List<Column> columns = columns(check);
        return columns.isEmpty() ? noColumn() : new Task.Take(new Measure.EmptyCells(columns));
    }

    private Task missing(QualityCheck check) {
        List<Column> columns = columns(check);
        if (columns.size() != 1) {
            return columns.isEmpty() ? noColumn() : new Task.Skip("missingValues looks at one column at a time");
        }
        return new Task.Take(new Measure.Missing(columns.getFirst(), values(check, "missingValues")));
    }

    private Task invalid(QualityCheck check) {
        if (ValuePromises.isBeyondUs(check)) {
            return new Task.Skip(
                    "the schema's pattern is no RE2: it looks around or back; write a quality rule instead");
        }
        List<ValueRule> rules = names(check).stream()
                .map(name -> rule(check, name))
                .filter(rule -> !rule.allowsEverything())
                .toList();
        return rules.isEmpty()
                ? new Task.Skip("nothing says what is valid: add validValues, a pattern or a type in the schema")
                : new Task.Take(new Measure.Invalid(rules));
    }

    private ValueRule rule(QualityCheck check, String name) {
        Optional<Field> field = fields.field(name);
        return field.isPresent() && ValuePromises.isPromise(check)
                ? ValuePromises.rule(check, field.get(), fields.column(name))
                : written(check, name, field.map(Field::type).orElse(null));
    }

    /** Validity always includes the declared type; invalidValues only when it is given nothing else to go by. */
    private ValueRule written(QualityCheck check, String name, @Nullable String type) {
        List<Object> validValues = values(check, "validValues");
        String pattern = check.arguments().get("pattern") instanceof String written ? written : null;
        boolean typed = check.metric() == Metric.VALIDITY || (validValues.isEmpty() && pattern == null);
        return new ValueRule(fields.column(name), typed ? type : null, validValues, pattern, List.of());
    }

    private Task duplicates(QualityCheck check) {
        List<Column> columns = columns(check);
        return columns.isEmpty() ? noColumn() : new Task.Take(new Measure.Duplicates(columns));
    }

    private Task answer(QualityCheck check) {
        List<Column> columns =
                check.fields().stream().map(fields::column).distinct().toList();
        String query = check.query();
        if (query == null) {
            return new Task.Skip("the check has no query");
        }
        return switch (Placeholders.fill(query, check.dataset(), columns)) {
            case Placeholders.Filled(String sql) -> new Task.Take(new Measure.Answer(sql, List.copyOf(relation)));
            case Placeholders.Unfillable(String reason) -> new Task.Refuse(reason);
        };
    }

    private static Task noColumn() {
        return new Task.Skip("the check names no column and the schema declares none");
    }

    private List<Column> columns(QualityCheck check) {
        return names(check).stream().map(fields::column).distinct().toList();
    }

    /** A check without fields is about all that are declared. */
    private List<String> names(QualityCheck check) {
        return check.fields().isEmpty()
                ? fields.declared().stream().map(Field::name).toList()
                : check.fields();
    }

    static List<Object> values(QualityCheck check, String argument) {
        return check.arguments().get(argument) instanceof List<?> list
                ? list.stream()
                        .filter(value -> value != null)
                        .map(Object.class::cast)
                        .toList()
                : List.of();
    }
}
