package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.Threshold;
import io.meshwork.contract.model.Threshold.Operator;
import io.meshwork.contract.read.document.Node;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.Section;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code mustBe} and its kin: exactly one of them is the condition of a rule. */
public final class OdcsOperators {

    private static final Map<String, Operator> OPERATORS = operators();

    private OdcsOperators() {}

    private static Map<String, Operator> operators() {
        Map<String, Operator> operators = new LinkedHashMap<>();
        operators.put("mustBe", Operator.EQUAL);
        operators.put("mustNotBe", Operator.NOT_EQUAL);
        operators.put("mustBeGreaterThan", Operator.GREATER);
        operators.put("mustBeGreaterOrEqualTo", Operator.GREATER_OR_EQUAL);
        operators.put("mustBeGreaterThanOrEqualTo", Operator.GREATER_OR_EQUAL);
        operators.put("mustBeLessThan", Operator.LESS);
        operators.put("mustBeLessOrEqualTo", Operator.LESS_OR_EQUAL);
        operators.put("mustBeLessThanOrEqualTo", Operator.LESS_OR_EQUAL);
        operators.put("mustBeBetween", Operator.BETWEEN);
        operators.put("mustNotBeBetween", Operator.NOT_BETWEEN);
        return operators;
    }

    /** The key that writes this operator. */
    public static String key(Operator operator) {
        return OPERATORS.entrySet().stream()
                .filter(entry -> entry.getValue() == operator)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    public static boolean isOne(String key) {
        return OPERATORS.containsKey(key);
    }

    /** The names, so that a rule without a condition keeps them as known. */
    static List<String> written(Section rule) {
        OPERATORS.keySet().forEach(rule::node);
        return OPERATORS.keySet().stream().filter(rule.keys()::contains).toList();
    }

    /** The only condition of the rule, when it compares with text or a truth value. */
    static Optional<String> words(Section rule) {
        List<String> written = written(rule);
        return written.size() != 1
                ? Optional.empty()
                : Optional.of(written.getFirst())
                        .filter(key -> OPERATORS.get(key) == Operator.EQUAL || OPERATORS.get(key) == Operator.NOT_EQUAL)
                        .filter(key -> rule.node(key) instanceof Node.Scalar scalar
                                && (scalar.value() instanceof String || scalar.value() instanceof Boolean));
    }

    /**
     * The condition of the rule. None, two, or one without a number is an error and reads as absent.
     *
     * @param otherwise for a rule that needs no condition because its name says it; null when it needs one
     */
    static Optional<Threshold> read(Section rule, @Nullable Threshold otherwise) {
        List<String> written = written(rule);
        boolean percent = percent(rule);
        if (written.isEmpty() && otherwise == null) {
            rule.error(
                    "operator.missing",
                    "the rule has no condition",
                    "Add one of " + String.join(", ", OPERATORS.keySet()) + ".");
        } else if (written.size() > 1) {
            rule.error(
                    written.get(1),
                    "second",
                    "the rule has " + written.size() + " conditions: " + String.join(", ", written),
                    "Keep one; for a range use mustBeBetween, or write two rules.");
        }
        if (written.size() != 1) {
            return written.isEmpty() ? Optional.ofNullable(otherwise) : Optional.empty();
        }
        return threshold(rule, written.getFirst(), percent);
    }

    private static boolean percent(Section rule) {
        String unit = rule.text("unit");
        boolean percent = "percent".equalsIgnoreCase(unit) || "%".equals(unit);
        if (unit != null && !percent && !unit.equalsIgnoreCase("rows")) {
            rule.warning(
                    "unit", "unknown", "the unit " + Quoted.of(unit) + " is read as rows", "Write rows or percent.");
        }
        return percent;
    }

    @SuppressWarnings("NullAway") // the key comes out of the map
    private static Optional<Threshold> threshold(Section rule, String key, boolean percent) {
        Operator operator = OPERATORS.get(key);
        Node value = rule.node(key);
        if (operator == Operator.BETWEEN || operator == Operator.NOT_BETWEEN) {
            return range(rule, key, value, operator, percent);
        }
        if (number(value) instanceof Double bound) {
            keepDigits(rule, key, value, bound);
            return Optional.of(new Threshold(operator, bound, null, percent));
        }
        rule.error(
                key,
                "type",
                "`" + key + "` is " + (value == null ? "empty" : value.what()) + ", it must be a number",
                "Write a number after `" + key + ":`.");
        return Optional.empty();
    }

    private static Optional<Threshold> range(
            Section rule, String key, @Nullable Node value, Operator operator, boolean percent) {
        if (value instanceof Node.Sequence list
                && list.items().size() == 2
                && number(list.items().getFirst()) instanceof Double lower
                && number(list.items().getLast()) instanceof Double upper
                && lower < upper) {
            return Optional.of(new Threshold(operator, lower, upper, percent));
        }
        rule.error(
                key,
                "invalid",
                "`" + key + "` must be two numbers, the smaller one first",
                "Write `" + key + ": [10, 20]`.");
        return Optional.empty();
    }

    /** A number with more digits than a double holds stays as written. */
    private static void keepDigits(Section rule, String key, @Nullable Node value, double bound) {
        if (value != null
                && value.plain() instanceof Number number
                && new BigDecimal(number.toString()).compareTo(new BigDecimal(Double.toString(bound))) != 0) {
            rule.keep(key);
        }
    }

    private static @Nullable Double number(@Nullable Node node) {
        return node instanceof Node.Scalar scalar && scalar.value() instanceof Number number
                ? number.doubleValue()
                : null;
    }
}
