package io.meshwork.contract.read.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.expression.Term.Comparison;
import io.meshwork.contract.read.expression.Term.Kind;
import io.meshwork.contract.read.expression.Term.Operation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives every part of a parsed expression its type, or says what does not fit; what stands in a part that does not fit is told too. */
final class Typing {

    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "_==_", Comparison.EQUAL,
            "_!=_", Comparison.NOT_EQUAL,
            "_<_", Comparison.LESS,
            "_<=_", Comparison.LESS_OR_EQUAL,
            "_>_", Comparison.GREATER,
            "_>=_", Comparison.GREATER_OR_EQUAL);

    private static final Map<String, Operation> OPERATIONS =
            Map.of("_+_", Operation.PLUS, "_-_", Operation.MINUS, "_*_", Operation.TIMES, "_/_", Operation.DIVIDED_BY);

    private static final String KNOWN =
            "Known are `&& || ! ? :`, `== != < <= > >=`, `+ - * /`, `in [ … ]`, `has(field)`, `size`,"
                    + " `startsWith`, `endsWith`, `contains`, `matches`, `math.abs`, `timestamp(\"…\")` and `duration(\"…\")`.";

    /** Each of them becomes a few hundred characters of SQL, up to three times. */
    private static final int MOST_READS = 40;

    private final CelSource source;
    private final RowFields fields;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<Term.FieldValue> read = new LinkedHashSet<>();

    private int reads;

    private Typing(CelSource source, RowFields fields) {
        this.source = source;
        this.fields = fields;
    }

    static Compiled of(CelAbstractSyntaxTree tree, RowFields fields) {
        Typing typing = new Typing(tree.getSource(), fields);
        Optional<Term> term = typing.condition(tree.getExpr(), "the expression");
        if (typing.faults.isEmpty() && typing.read.isEmpty()) {
            typing.fault(tree.getExpr(), "the expression reads no field", "Name at least one field of the schema.");
        }
        return term.isPresent() && typing.faults.isEmpty()
                ? new Compiled.Rule(term.get(), List.copyOf(typing.read))
                : new Compiled.Faulty(typing.faults);
    }

    // ---- parts --------------------------------------------------------------------------------------------------

    private Optional<Term> term(CelExpr part) {
        return switch (part.getKind()) {
            case CONSTANT -> constant(part);
            case IDENT, SELECT -> field(part);
            case CALL -> call(part);
            case LIST -> fault(part, "a list stands only behind `in`", "Write `field in [\"a\", \"b\"]`.");
            case NOT_SET, STRUCT, MAP, COMPREHENSION -> fault(part, "this part of CEL is not known here", KNOWN);
        };
    }

    private Optional<Term> condition(CelExpr part, String what) {
        Optional<Term> term = term(part);
        return term.isPresent() && term.get().kind() != Kind.BOOLEAN
                ? fault(
                        part,
                        what + " is " + term.get().kind() + ", it must be true or false",
                        "Compare it with something.")
                : term;
    }

    private Optional<Term> constant(CelExpr part) {
        CelConstant constant = part.constant();
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> Optional.of(new Term.Truth(constant.booleanValue()));
            case INT64_VALUE -> Optional.of(new Term.NumberValue(BigDecimal.valueOf(constant.int64Value())));
            case UINT64_VALUE ->
                Optional.of(new Term.NumberValue(
                        new BigDecimal(constant.uint64Value().bigIntegerValue())));
            case DOUBLE_VALUE -> number(part, constant.doubleValue());
            case STRING_VALUE -> Optional.of(new Term.TextValue(constant.stringValue()));
            case NULL_VALUE ->
                fault(part, "`null` stands only in `field == null` and `field != null`", "Compare a field with it.");
            case NOT_SET, BYTES_VALUE, TIMESTAMP_VALUE, DURATION_VALUE ->
                fault(part, "this kind of value is not known here", "Write a number, text in quotes, true or false.");
        };
    }

    private Optional<Term> number(CelExpr part, double value) {
        return Double.isFinite(value)
                ? Optional.of(new Term.NumberValue(BigDecimal.valueOf(value)))
                : fault(part, "the number is larger than any in the data", "Write a smaller one.");
    }

    private Optional<Term> field(CelExpr part) {
        Optional<String> path = path(part);
        return path.isEmpty()
                ? fault(part, "a dot stands only between the names of fields", KNOWN)
                : field(part, path.get());
    }

    private Optional<Term> field(CelExpr part, String path) {
        return switch (fields.find(path)) {
            case RowFields.Found.Usable(Term.FieldValue value) -> {
                if (++reads > MOST_READS) {
                    yield fault(
                            part,
                            "the expression reads fields more than " + MOST_READS + " times",
                            "Write several checks.");
                }
                read.add(value);
                yield Optional.of(value);
            }
            case RowFields.Found.Unusable(String message, String advice) -> fault(part, message, advice);
        };
    }

    /** {@code a.b}; CEL takes it for fields of messages. */
    private static Optional<String> path(CelExpr part) {
        return switch (part.getKind()) {
            case IDENT -> Optional.of(part.ident().name());
            case SELECT ->
                path(part.select().operand())
                        .map(prefix -> prefix + "." + part.select().field());
            case NOT_SET, CONSTANT, CALL, LIST, STRUCT, MAP, COMPREHENSION -> Optional.empty();
        };
    }

    // ---- calls --------------------------------------------------------------------------------------------------

    private Optional<Term> call(CelExpr part) {
        String function = part.call().function();
        List<CelExpr> args = part.call().args();
        Comparison comparison = COMPARISONS.get(function);
        if (comparison != null) {
            return compared(part, comparison, args.getFirst(), args.getLast());
        }
        Operation operation = OPERATIONS.get(function);
        if (operation != null) {
            return both(
                    args.getFirst(),
                    args.getLast(),
                    (left, right) ->
                            Calculation.of(operation, left, right).or(() -> misfit(part, sign(function), left, right)));
        }
        return switch (function) {
            case "_&&_" -> logical(args, Term.Both::new, "&&");
            case "_||_" -> logical(args, Term.Either::new, "||");
            case "!_" -> condition(args.getFirst(), "what stands behind `!`").map(Term.Not::new);
            case "-_" -> negative(part, args.getFirst());
            case "_?_:_" -> depending(args);
            case "@in" -> oneOf(part, args);
            case "_[_]" -> named(part, args);
            default -> function(part, function, args);
        };
    }

    private interface Join {
        Optional<Term> of(Term left, Term right);
    }

    private Optional<Term> both(CelExpr left, CelExpr right, Join join) {
        Optional<Term> first = term(left);
        Optional<Term> second = term(right);
        return first.flatMap(one -> second.flatMap(other -> join.of(one, other)));
    }

    private interface Logic {
        Term of(Term left, Term right);
    }

    private Optional<Term> logical(List<CelExpr> args, Logic logic, String sign) {
        Optional<Term> left = condition(args.getFirst(), "what stands before `" + sign + "`");
        Optional<Term> right = condition(args.getLast(), "what stands behind `" + sign + "`");
        return left.flatMap(one -> right.map(other -> logic.of(one, other)));
    }

    private Optional<Term> compared(CelExpr part, Comparison comparison, CelExpr left, CelExpr right) {
        if (isNull(left) || isNull(right)) {
            return nullness(part, comparison, isNull(left) ? right : left);
        }
        return both(left, right, (one, other) -> {
            boolean ordered = comparison != Comparison.EQUAL && comparison != Comparison.NOT_EQUAL;
            return one.kind() != other.kind() || (ordered && one.kind() == Kind.BOOLEAN)
                    ? misfit(part, sign(part.call().function()), one, other)
                    : Optional.of(new Term.Compared(comparison, one, other));
        });
    }

    private static boolean isNull(CelExpr part) {
        return part.getKind() == ExprKind.Kind.CONSTANT && part.constant().getKind() == CelConstant.Kind.NULL_VALUE;
    }

    private Optional<Term> nullness(CelExpr part, Comparison comparison, CelExpr of) {
        return switch (comparison) {
            case EQUAL -> isNull(part, of);
            case NOT_EQUAL -> isNull(part, of).map(Term.Not::new);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                fault(part, "nothing is less or more than null", "Write `== null` or `!= null`.");
        };
    }

    private Optional<Term> isNull(CelExpr part, CelExpr of) {
        return term(of).flatMap(term -> term instanceof Term.FieldValue field
                ? Optional.of(new Term.IsNull(field))
                : fault(part, "only a field can be null", "Write `field == null`."));
    }

    private Optional<Term> negative(CelExpr part, CelExpr of) {
        return term(of).flatMap(term -> term.kind() == Kind.NUMBER || term.kind() == Kind.DURATION
                ? Optional.of(new Term.Negative(term))
                : fault(part, "`-` does not work on " + term.kind(), "It works on numbers and durations."));
    }

    private Optional<Term> depending(List<CelExpr> args) {
        Optional<Term> condition = condition(args.get(0), "what stands before `?`");
        Optional<Term> then = condition(args.get(1), "what stands between `?` and `:`");
        Optional<Term> otherwise = condition(args.get(2), "what stands behind `:`");
        return condition.flatMap(when -> then.flatMap(yes -> otherwise.map(no -> new Term.Depending(when, yes, no))));
    }

    private Optional<Term> oneOf(CelExpr part, List<CelExpr> args) {
        if (args.getLast().getKind() != ExprKind.Kind.LIST) {
            return fault(part, "behind `in` stands no list", "Write `field in [\"a\", \"b\"]`.");
        }
        Optional<Term> value = term(args.getFirst());
        List<Term> options = new ArrayList<>();
        for (CelExpr item : args.getLast().list().elements()) {
            term(item).ifPresent(options::add);
        }
        return value.flatMap(of -> !(of instanceof Term.FieldValue field) || of.kind() == Kind.BOOLEAN
                ? fault(
                        part,
                        "`in` looks for the value of a field in a list of constants",
                        "Write `field in [\"a\", \"b\"]`.")
                : options.stream().allMatch(option -> isConstant(option) && option.kind() == of.kind())
                                && !options.isEmpty()
                        ? Optional.of(new Term.OneOf(field, options))
                        : fault(
                                part,
                                "the list must hold constants, each " + of.kind(),
                                "Write `field in [\"a\", \"b\"]`."));
    }

    private static boolean isConstant(Term term) {
        return switch (term) {
            case Term.NumberValue number -> true;
            case Term.TextValue text -> true;
            case Term.Micros micros -> true;
            case Term.Negative(Term of) -> isConstant(of);
            default -> false;
        };
    }

    /** {@code row["a name that is no word"]}. */
    private Optional<Term> named(CelExpr part, List<CelExpr> args) {
        boolean row = args.getFirst().getKind() == ExprKind.Kind.IDENT
                && args.getFirst().ident().name().equals("row");
        return row
                        && args.getLast().getKind() == ExprKind.Kind.CONSTANT
                        && args.getLast().constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? field(part, args.getLast().constant().stringValue())
                : fault(part, "`[ ]` stands only in `row[\"field\"]`", "Lists and maps are not read.");
    }

    private Optional<Term> function(CelExpr part, String function, List<CelExpr> args) {
        Optional<CelExpr> target = part.call().target();
        boolean math = target.flatMap(Typing::path).filter("math"::equals).isPresent();
        String name = math ? "math." + function : function;
        if (!Functions.KNOWN.contains(name) && !function.equals("has")) {
            return fault(part, "there is no function " + Quoted.of(name) + " here", KNOWN);
        }
        List<CelExpr> all = new ArrayList<>();
        if (!math) {
            target.ifPresent(all::add);
        }
        all.addAll(args);
        if (function.equals("has") && all.size() == 1) {
            return isNull(part, all.getFirst()).map(Term.Not::new);
        }
        List<Optional<Term>> found = all.stream().map(this::term).toList();
        if (!found.stream().allMatch(Optional::isPresent)) {
            return Optional.empty();
        }
        List<Term> terms = found.stream().flatMap(Optional::stream).toList();
        return switch (Functions.of(name, terms)) {
            case Functions.Result.Known(Term term) -> Optional.of(term);
            case Functions.Result.Wrong(String message, String advice) -> fault(part, message, advice);
        };
    }

    // ---- faults -------------------------------------------------------------------------------------------------

    private Optional<Term> misfit(CelExpr part, String sign, Term left, Term right) {
        return fault(
                part,
                "`" + sign + "` does not work on " + left.kind() + " and " + right.kind(),
                "Both sides must be of one kind; the kind of a field follows from its type in the schema.");
    }

    private static String sign(String function) {
        return function.replace("_", "");
    }

    private Optional<Term> fault(CelExpr part, String message, String advice) {
        CelSourceLocation place = RowExpressions.place(source, part.id());
        faults.add(new Fault(place.getLine(), place.getColumn() + 1, message, advice));
        return Optional.empty();
    }
}
