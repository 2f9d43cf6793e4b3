package io.meshwork.policy.language;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.RegexLiteralValidator;
import io.meshwork.policy.language.Compilation.Compiled;
import io.meshwork.policy.language.Compilation.Faulty;
import java.util.List;
import java.util.function.Function;

/** Checks and compiles the expressions of policies. Safe for use by many threads. */
public final class ProductLanguage {

    /** The name under which an expression reaches the product. */
    static final String VARIABLE = "product";

    private final Cel cel = cel();
    private final CelValidator validator = CelValidatorFactory.standardCelValidatorBuilder(cel)
            .addAstValidators(RegexLiteralValidator.INSTANCE)
            .build();

    /** An expression that must be a {@code bool}. */
    public Compilation<Condition> condition(String expression) {
        return compile(
                expression,
                SimpleType.BOOL,
                "Make it a comparison or a test that is true for a compliant product.",
                Condition::of);
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
                program -> new Wording.Computed(program, otherwise));
    }

    private <E> Compilation<E> compile(
            String expression, CelType expected, String advice, Function<Program, E> finish) {
        CelValidationResult result = cel.compile(expression);
        try {
            if (!result.hasError()) {
                result = validator.validate(result.getAst());
            }
            if (result.hasError()) {
                return new Faulty<>(Faults.of(expression, result));
            }
            CelAbstractSyntaxTree ast = result.getAst();
            if (!ast.getResultType().equals(expected)) {
                return new Faulty<>(List.of(Faults.wrongType(ast.getResultType(), expected, advice)));
            }
            return new Compiled<>(finish.apply(cel.createProgram(ast)));
        } catch (CelValidationException | CelEvaluationException e) {
            return new Faulty<>(List.of(new Fault(0, String.valueOf(e.getMessage()), "Mend the expression.")));
        }
    }

    private static Cel cel() {
        ProductFunctions product = new ProductFunctions();
        TextFunctions text = new TextFunctions();
        return CelFactory.standardCelBuilder()
                .setOptions(CostLimits.OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(new ProductTypes())
                .addVar(VARIABLE, ProductTypes.PRODUCT)
                .addCompilerLibraries(product, text)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder().build())
                .setStandardFunctions(CostLimits.otherFunctions())
                .addRuntimeLibraries(product, text, new CostLimits())
                .build();
    }
}
