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

    private final SourceText source;

    Expressions(SourceText source) {
        this.source = source;
    }

    /** Null, and problems, when the expression is not valid. */
    <E> @Nullable E compiled(Part part, String key, Scalar expression, Function<String, Compilation<E>> compiler) {
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
