package io.meshwork.policy.document;

import io.meshwork.contract.read.document.Node.Scalar;
import io.meshwork.policy.language.Compilation;
import io.meshwork.policy.language.Compilation.Compiled;
import io.meshwork.policy.language.Compilation.Faulty;
import io.meshwork.policy.language.Fault;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compiles the expressions of one document; what is wrong is told at the very word. */
final class Expressions {

    /** Compiling takes far longer than reading, and anybody may send a document. */
    private static final int LONGEST = 32_768;

    private final SourceText source;
    private int length;

    Expressions(SourceText source) {
        this.source = source;
    }

    /** Null, and problems, when the expression is not valid. */
    <E> @Nullable E compiled(Part part, String key, Scalar expression, Function<String, Compilation<E>> compiler) {
        length += expression.text().length();
        if (length > LONGEST) {
            part.problem(
                    "too-long",
                    key,
                    "the expressions of the policy have more than " + LONGEST + " characters in all",
                    "Split the policy into several.");
            return null;
        }
        return switch (compiler.apply(expression.text())) {
            case Compiled<E>(E compiled) -> compiled;
            case Faulty<E>(List<Fault> faults) -> {
                faults.forEach(fault -> part.problemAt(
                        source.place(expression, fault.offset()), "invalid", key, fault.message(), fault.advice()));
                yield null;
            }
        };
    }
}
