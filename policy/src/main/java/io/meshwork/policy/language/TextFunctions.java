package io.meshwork.policy.language;

import com.google.common.collect.ImmutableList;
import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerLibrary;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeLibrary;
import java.util.List;

/**
 * CEL's string functions without {@code replace}, which multiplies text, and with a {@code join} that is bounded:
 * {@code charAt, indexOf, lastIndexOf, lowerAscii, upperAscii, split, substring, trim, join}.
 */
final class TextFunctions implements CelCompilerLibrary, CelRuntimeLibrary {

    private static final CelStringExtensions STRINGS = CelExtensions.strings(
            Function.CHAR_AT,
            Function.INDEX_OF,
            Function.LAST_INDEX_OF,
            Function.LOWER_ASCII,
            Function.SPLIT,
            Function.SUBSTRING,
            Function.TRIM,
            Function.UPPER_ASCII);

    private static final ListType TEXTS = ListType.create(SimpleType.STRING);

    @Override
    public void setCheckerOptions(CelCheckerBuilder checker) {
        STRINGS.setCheckerOptions(checker);
        checker.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                "join",
                CelOverloadDecl.newMemberOverload("texts_join", SimpleType.STRING, TEXTS),
                CelOverloadDecl.newMemberOverload("texts_join_with", SimpleType.STRING, TEXTS, SimpleType.STRING)));
    }

    @Override
    public void setRuntimeOptions(CelRuntimeBuilder runtime) {
        STRINGS.setRuntimeOptions(runtime);
        runtime.addFunctionBindings(CelFunctionBinding.fromOverloads(
                "join",
                ImmutableList.of(
                        CelFunctionBinding.from("texts_join", List.class, texts -> join(texts, "")),
                        CelFunctionBinding.from("texts_join_with", List.class, String.class, TextFunctions::join))));
    }

    private static String join(List<?> texts, String separator) throws CelEvaluationException {
        StringBuilder joined = new StringBuilder();
        for (Object text : texts) {
            if (!(text instanceof String next)) {
                throw new CelEvaluationException("it joins something that is not text");
            }
            CostLimits.checkAppend(joined.length(), next.length() + separator.length());
            joined.append(joined.isEmpty() ? "" : separator).append(next);
        }
        return joined.toString();
    }
}
