package io.meshwork.quality.check;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.read.expression.Compiled;
import io.meshwork.contract.read.expression.Fault;
import io.meshwork.contract.read.expression.RowExpressions;
import io.meshwork.contract.read.expression.Term;
import io.meshwork.contract.read.value.Reference;
import io.meshwork.quality.check.PlannedCheck.Task;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says for one check which number has to be measured. */
final class CheckCompiler {

    private final Fields fields;
    private final Set<String> relation;
    private final RowExpressions expressions;
    private final ReferenceCompiler references;

    CheckCompiler(String name, @Nullable Dataset dataset, DataProduct product, Neighbours neighbours) {
        this.expressions =
                new RowExpressions(dataset == null ? new Dataset(name, null, null, null, List.of()) : dataset);
        this.fields = new Fields(dataset);
        this.references = new ReferenceCompiler(product, neighbours, fields);
        this.relation = new LinkedHashSet<>(List.of(name));
        if (dataset != null && dataset.physicalName() instanceof String physical) {
            relation.add(physical);
        }
    }

    /** Whose data the compiled checks compare with. */
    Map<Measure.Other, DataProduct> others() {
        return references.others();
    }

    PlannedCheck compile(QualityCheck check) {
        Task task = task(check);
        return new PlannedCheck(
                check.name(),
                check.dataset(),
                task instanceof Task.Take(Measure.Inconsistent measure)
                        ? List.copyOf(measure.fields().keySet())
                        : check.fields(),
                check.dimension(),
                check.metric(),
                check.severity(),
                check.threshold(),
                task);
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
            case INCONSISTENT_ROWS, CONSISTENCY ->
                Reference.of(check.arguments().get(Reference.ARGUMENT))
                        .map(reference -> references.unmatched(check, reference))
                        .orElseGet(() -> expression(check));
            case ACCURACY ->
                Reference.of(check.arguments().get(Reference.ARGUMENT))
                        .map(reference -> references.differing(check, reference))
                        .orElseGet(() -> new Task.Refuse("the check has no reference to compare with"));
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

    private Task expression(QualityCheck check) {
        if (!(check.arguments().get("expression") instanceof String expression)) {
            return new Task.Refuse("the check has no expression; write a condition on the fields of a row");
        }
        return switch (expressions.compile(expression)) {
            case Compiled.Rule rule -> expression(rule);
            case Compiled.Faulty(var faults) ->
                new Task.Refuse(faults.stream().map(Fault::toString).collect(Collectors.joining(" ")));
        };
    }

    private Task expression(Compiled.Rule rule) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Term.FieldValue value : rule.fields()) {
            Optional<String> format = fields.field(value.path()).flatMap(DeclaredType::otherForm);
            if (format.isPresent()) {
                return new Task.Skip("the field `" + value.path() + "` is written as " + format.get()
                        + "; expressions compare dates and times that are written as ISO 8601 does");
            }
            columns.put(value.path(), fields.column(value.path()));
        }
        return new Task.Take(new Measure.Inconsistent(rule.term(), columns));
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
