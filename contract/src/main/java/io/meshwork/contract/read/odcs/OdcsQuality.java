package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.contract.model.QualityDimension;
import io.meshwork.contract.model.Threshold;
import io.meshwork.contract.model.Threshold.Operator;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.expression.WrittenExpressions;
import io.meshwork.contract.read.value.Checks;
import io.meshwork.contract.read.value.Choice;
import io.meshwork.contract.read.value.CustomProperties;
import io.meshwork.contract.read.value.FieldPaths;
import io.meshwork.contract.read.value.Reference;
import io.meshwork.contract.read.value.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code quality} rules of objects and properties as checks. */
final class OdcsQuality {

    private static final Threshold NO_BAD_ROW = new Threshold(Operator.EQUAL, 0, null, false);
    private static final Threshold NONE = new Threshold(Operator.GREATER_OR_EQUAL, 0, null, false);

    private static final String[] KEPT = {
        "id", "description", "authoritativeDefinitions", "businessImpact", "method", "schedule", "scheduler", "tags"
    };

    /** Metrics that look at columns, so that without one there is nothing to look at. */
    private static final Set<Metric> OF_COLUMNS =
            Set.of(Metric.NULL_VALUES, Metric.MISSING_VALUES, Metric.INVALID_VALUES, Metric.DUPLICATE_VALUES);

    /**
     * What a rule is about.
     *
     * @param path dotted name of the property, empty for the whole object
     */
    record Target(String dataset, String path) {

        Target inside(String name) {
            String inside = path.isEmpty() ? name : path + "." + name;
            return new Target(dataset, inside.length() <= FieldPaths.LONGEST ? inside : path);
        }
    }

    private record FieldNames(Section rule, List<String> names) {}

    private record Expression(Section at, String expression) {}

    /** Names that authors gave; a second use is only doubtful, since the standard does not ask for names at all. */
    private static final class RuleNames {

        private final Set<String> seen = new HashSet<>();

        void check(Section rule, String name) {
            if (!seen.add(name)) {
                rule.warning(
                        "name",
                        "duplicate",
                        "the name " + Quoted.of(name) + " is used by two rules; the second one gets a number behind it",
                        "Give each rule a name of its own, so that its results can be followed over versions.");
            }
        }
    }

    private final Checks checks = new Checks();
    private final RuleNames names = new RuleNames();
    private final WrittenExpressions expressions = new WrittenExpressions();
    private final List<FieldNames> unchecked = new ArrayList<>();
    private final List<Expression> unread = new ArrayList<>();

    List<QualityCheck> checks() {
        return checks.all();
    }

    void ofProperty(Section property, Target target) {
        property.sections("quality", "quality").forEach(rule -> rule(rule, target));
    }

    void ofObject(Section object, Dataset dataset) {
        object.sections("quality", "quality").forEach(rule -> rule(rule, new Target(dataset.name(), "")));
    }

    /** Fields that rules name or compare; to be called when all fields of the dataset are known. */
    void checkFields(Dataset dataset) {
        FieldPaths paths = new FieldPaths(dataset);
        unchecked.forEach(fields -> paths.check(fields.rule(), "arguments", fields.names()));
        unchecked.clear();
        unread.forEach(written -> expressions.check(written.at(), MeshRule.EXPRESSION, written.expression(), dataset));
        unread.clear();
    }

    private void rule(Section rule, Target target) {
        CustomProperties.read(rule);
        Optional<QualityCheck> check = switch (type(rule)) {
            case "library" -> library(rule, target);
            case "sql" -> sql(rule, target);
            case "text" -> Optional.of(notExecutable(rule, target));
            case "custom" -> custom(rule, target);
            case String other -> unknownType(rule);
        };
        check.ifPresent(found -> {
            checks.add(found);
            rule.keepUnder(List.of("quality", found.name()));
            keepSpelling(rule, found);
        });
        rule.keep(KEPT);
        rule.close();
    }

    /** What the model says in its own words stays as written where the words differ; what is not run stays whole. */
    private static void keepSpelling(Section rule, QualityCheck check) {
        if (check.metric() == Metric.NOT_EXECUTABLE && !MeshRule.isOne(rule)) {
            rule.keepAll();
            rule.keepAs("name", null);
            return;
        }
        rule.keepUnless("severity", Choice.word(check.severity()));
        if (!MeshRule.isOne(rule)) {
            rule.keepUnless("dimension", Choice.word(check.dimension()));
            rule.keepUnless("unit", check.threshold().percent() ? "percent" : null);
        }
        if (rule.has("metric")) {
            rule.keepUnless("rule", null);
        }
    }

    /** {@code library} is the default, but a rule with a query or an engine is what it looks like. */
    private static String type(Section rule) {
        String type = rule.text("type");
        if (type != null || rule.has("type")) {
            return type == null ? "" : type;
        }
        if (rule.has("metric") || rule.has("rule")) {
            return "library";
        }
        if (rule.has("query")) {
            return "sql";
        }
        boolean custom = rule.has("engine") || rule.has("implementation");
        boolean text = rule.has("description") && OdcsOperators.written(rule).isEmpty();
        return custom ? "custom" : text ? "text" : "library";
    }

    private static Optional<QualityCheck> unknownType(Section rule) {
        if (rule.text("type") instanceof String type) {
            rule.error(
                    "type",
                    "invalid",
                    "the type `" + type + "` is not in the standard",
                    "Write library, sql, text or custom.");
        }
        return Optional.empty();
    }

    // ---- library ------------------------------------------------------------------------------------------------

    private Optional<QualityCheck> library(Section rule, Target target) {
        Optional<Metric> metric = OdcsLibraryRule.metric(rule);
        if (metric.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> arguments = OdcsLibraryRule.arguments(rule);
        List<String> fields = fields(rule, metric.get(), target, arguments);
        if (metric.get() == Metric.NOT_EXECUTABLE || isWithoutColumn(rule, metric.get(), fields)) {
            OdcsOperators.written(rule);
            rule.text("unit");
            return Optional.of(check(rule, target, fields, Metric.NOT_EXECUTABLE, arguments, null, NONE));
        }
        boolean conditionInName = rule.has("rule") && !rule.has("metric") && OF_COLUMNS.contains(metric.get());
        return OdcsOperators.read(rule, conditionInName ? NO_BAD_ROW : null)
                .map(threshold -> check(rule, target, fields, metric.get(), arguments, null, threshold));
    }

    private static boolean isWithoutColumn(Section rule, Metric metric, List<String> fields) {
        boolean without = OF_COLUMNS.contains(metric) && fields.isEmpty();
        if (without) {
            rule.warning(
                    "not-executable",
                    "the rule looks at columns but stands on an object and names none; it is listed and not run",
                    "Move it to a property, or name the columns in `arguments.properties`.");
        }
        return without;
    }

    /** A rule on an object names its columns in {@code arguments.properties}. */
    private List<String> fields(Section rule, Metric metric, Target target, Map<String, Object> arguments) {
        if (metric == Metric.ROW_COUNT) {
            return List.of();
        }
        if (arguments.get("properties") instanceof List<?> named
                && target.path().isEmpty()) {
            List<String> names = named.stream().map(String::valueOf).toList();
            unchecked.add(new FieldNames(rule, names));
            return names;
        }
        return target.path().isEmpty() ? List.of() : List.of(target.path());
    }

    // ---- other types --------------------------------------------------------------------------------------------

    /** The standard lets a query be compared with text too; we compare numbers. */
    private Optional<QualityCheck> sql(Section rule, Target target) {
        String query = rule.required("query", "Write the SQL that returns the number to compare.");
        Optional<String> words = OdcsOperators.words(rule);
        if (words.isPresent()) {
            rule.warning(
                    words.get(),
                    "not-executable",
                    "the result is compared with something that is not a number; the rule is listed and not run",
                    "Let the query return a number.");
            return Optional.of(notExecutable(rule, target));
        }
        List<String> fields = target.path().isEmpty() ? List.of() : List.of(target.path());
        return OdcsOperators.read(rule, null)
                .map(threshold -> check(rule, target, fields, Metric.SQL, Map.of(), query, threshold));
    }

    private Optional<QualityCheck> custom(Section rule, Target target) {
        if (!MeshRule.isOne(rule)) {
            return Optional.of(notExecutable(rule, target));
        }
        return MeshRule.read(rule, target.path()).map(own -> {
            unchecked.add(new FieldNames(rule, own.fields()));
            if (own.arguments().get(Reference.KEY) instanceof List<?> key) {
                unchecked.add(
                        new FieldNames(rule, key.stream().map(String::valueOf).toList()));
            }
            if (own.arguments().get(MeshRule.EXPRESSION) instanceof String expression) {
                unread.add(new Expression(own.speaking(), expression));
            }
            return new QualityCheck(
                    checks.unique(name(rule, own.metric(), target, own.fields())),
                    target.dataset(),
                    own.fields(),
                    own.metric(),
                    own.dimension(),
                    own.arguments(),
                    own.query(),
                    own.threshold(),
                    severity(rule),
                    rule.pointer());
        });
    }

    private QualityCheck notExecutable(Section rule, Target target) {
        List<String> fields = target.path().isEmpty() ? List.of() : List.of(target.path());
        Map<String, Object> arguments =
                rule.values("engine", "implementation", "description", "query", "mustBe", "mustNotBe");
        OdcsOperators.written(rule);
        rule.text("unit");
        return check(rule, target, fields, Metric.NOT_EXECUTABLE, arguments, null, NONE);
    }

    private QualityCheck check(
            Section rule,
            Target target,
            List<String> fields,
            Metric metric,
            Map<String, Object> arguments,
            @Nullable String query,
            Threshold threshold) {
        return new QualityCheck(
                checks.unique(name(rule, metric, target, fields)),
                target.dataset(),
                fields,
                metric,
                Choice.read(rule, "dimension", QualityDimension.class).orElse(OdcsMetrics.dimension(metric)),
                arguments,
                query,
                threshold,
                severity(rule),
                rule.pointer());
    }

    private String name(Section rule, Metric metric, Target target, List<String> fields) {
        String name = rule.text("name");
        if (name != null) {
            names.check(rule, name);
            return name;
        }
        return Stream.concat(Stream.of(OdcsMetrics.word(metric), target.dataset()), fields.stream())
                .collect(Collectors.joining("_"));
    }

    /** The standard leaves the words open; everything but a warning or a piece of information is an error. */
    private static Severity severity(Section rule) {
        return switch (rule.text("severity")) {
            case "warning", "warn", "info", "low", "minor" -> Severity.WARNING;
            case null, default -> Severity.ERROR;
        };
    }
}
