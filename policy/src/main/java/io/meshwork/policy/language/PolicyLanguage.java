package io.meshwork.policy.language;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import io.meshwork.policy.language.Compilation.Compiled;
import io.meshwork.policy.language.Compilation.Faulty;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks and compiles the expressions of policies, and the filters of subscriptions. Immutable; safe for use by many threads. */
public final class PolicyLanguage {

    private final Subject subject;
    private final Cel cel;
    private final CelValidator validator;
    private final Map<String, CelType> declared;
    /** The facts that reading a variable reads. */
    private final Map<String, Set<Fact>> behind;

    /** Of policies: it speaks of products. */
    public PolicyLanguage() {
        this(Subject.PRODUCT);
    }

    private PolicyLanguage(Subject subject) {
        this(subject, cel(subject), Map.of(), Map.of());
    }

    /** Of filters: {@code update} is known, and nothing of products but what an update says; less work is allowed. */
    public static PolicyLanguage ofUpdates() {
        return new PolicyLanguage(Subject.UPDATE);
    }

    private PolicyLanguage(Subject subject, Cel cel, Map<String, CelType> declared, Map<String, Set<Fact>> behind) {
        this.subject = subject;
        this.cel = cel;
        this.validator = CelValidatorFactory.standardCelValidatorBuilder(cel)
                .addAstValidators(new KnownTypes(), new Loops(), new RegexLiterals())
                .build();
        this.declared = declared;
        this.behind = behind;
    }

    /** The same language in which {@code parameters.<name>} is known, too. */
    public PolicyLanguage withParameters(Map<String, Object> values) {
        Map<String, CelType> types = values.entrySet().stream()
                .collect(Collectors.toMap(e -> Situation.PARAMETERS + e.getKey(), e -> type(e.getValue())));
        return types.isEmpty() ? this : declaring(types, behind);
    }

    /** The same language in which {@code variables.<name>} is known, too. */
    public PolicyLanguage withVariable(Variable variable) {
        String name = Situation.VARIABLES + variable.name();
        Map<String, Set<Fact>> more = new TreeMap<>(behind);
        more.put(name, variable.reads());
        return declaring(Map.of(name, variable.expression().tree().getResultType()), more);
    }

    /** The same language in which {@code principal} and {@code request} are known, too. */
    public PolicyLanguage forRequests() {
        return declaring(FactTypes.OF_REQUESTS, behind);
    }

    private PolicyLanguage declaring(Map<String, CelType> types, Map<String, Set<Fact>> facts) {
        CelBuilder builder = cel.toCelBuilder();
        types.forEach(builder::addVar);
        Map<String, CelType> all = new TreeMap<>(declared);
        all.putAll(types);
        return new PolicyLanguage(subject, builder.build(), all, facts);
    }

    private static CelType type(Object value) {
        return switch (value) {
            case Long number -> SimpleType.INT;
            case Double number -> SimpleType.DOUBLE;
            case Boolean flag -> SimpleType.BOOL;
            case Collection<?> list -> ListType.create(SimpleType.STRING);
            default -> SimpleType.STRING;
        };
    }

    /** An expression that must be a {@code bool}. */
    public Compilation<Condition> condition(String expression) {
        return compile(expression, SimpleType.BOOL, subject.yes(), compiled -> new Condition.Checked(compiled));
    }

    /**
     * An expression that must be a {@code string}.
     *
     * @param otherwise what is said when it cannot be computed for a product
     */
    public Compilation<Wording> wording(String expression, String otherwise) {
        return compile(
                expression,
                SimpleType.STRING,
                "Put fixed text in quotes, and turn numbers into text with string(…).",
                compiled -> new Wording.Computed(compiled, otherwise));
    }

    /** An expression of any type, for use by others under a name. */
    public Compilation<Variable> variable(String name, String expression) {
        return compile(expression, null, "", compiled -> new Variable(name, compiled));
    }

    private <E> Compilation<E> compile(
            String expression, @Nullable CelType expected, String advice, Function<Expression, E> finish) {
        CelValidationResult result = cel.parse(expression);
        try {
            if (!result.hasError()) {
                List<Fault> keys = MapKeys.faults(expression, result.getAst());
                if (!keys.isEmpty()) {
                    return new Faulty<>(keys);
                }
                result = cel.check(result.getAst());
            }
            if (!result.hasError()) {
                result = validator.validate(result.getAst());
            }
            if (result.hasError()) {
                return new Faulty<>(Faults.of(expression, result, subject, declared.keySet()));
            }
            CelAbstractSyntaxTree tree = result.getAst();
            if (expected != null && !tree.getResultType().equals(expected)) {
                return new Faulty<>(List.of(Faults.wrongType(tree.getResultType(), expected, advice)));
            }
            return new Compiled<>(finish.apply(new Expression(cel.createProgram(tree), tree, facts(tree))));
        } catch (CelValidationException | CelEvaluationException e) {
            return new Faulty<>(List.of(new Fault(0, String.valueOf(e.getMessage()), "Mend the expression.")));
        }
    }

    private Set<Fact> facts(CelAbstractSyntaxTree tree) {
        Set<String> names =
                tree.getReferenceMap().values().stream().map(CelReference::name).collect(Collectors.toSet());
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        for (Fact fact : Fact.values()) {
            if (names.contains(fact.text())) {
                facts.add(fact);
            }
        }
        names.forEach(name -> facts.addAll(behind.getOrDefault(name, Set.of())));
        return facts;
    }

    private static Cel cel(Subject subject) {
        ProductFunctions product = new ProductFunctions();
        TextFunctions text = new TextFunctions();
        CelBuilder builder = CelFactory.standardCelBuilder()
                .setOptions(CostLimits.options(subject.limits().iterations()))
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(new FactTypes())
                .addCompilerLibraries(product, text)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder().build())
                .setStandardFunctions(ChargedFunctions.NONE)
                .addRuntimeLibraries(new ChargedFunctions(product, text));
        subject.variables().forEach(builder::addVar);
        return builder.build();
    }
}
