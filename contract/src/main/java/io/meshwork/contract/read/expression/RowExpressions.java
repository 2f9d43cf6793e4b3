package io.meshwork.contract.read.expression;

import dev.cel.common.CelOptions;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import io.meshwork.contract.model.Dataset;
import java.util.List;

/**
 * Reads conditions such as {@code shipped_at >= ordered_at} on the fields of one dataset. The syntax is CEL's; types are ours,
 * because data have one kind of number, and every value may be null.
 */
public final class RowExpressions {

    /** Characters of an expression; what it is translated into is some ten times as long. */
    public static final int LONGEST = 2_000;

    private static final int DEEPEST = 40;

    /** Without macros: {@code has}, {@code all} and the like are calls, which we know or do not know. */
    private static final CelParser PARSER = CelParserFactory.standardCelParserBuilder()
            .setOptions(CelOptions.current()
                    .maxExpressionCodePointSize(LONGEST)
                    .maxParseRecursionDepth(DEEPEST)
                    .build())
            .build();

    private final RowFields fields;

    public RowExpressions(Dataset dataset) {
        this.fields = new RowFields(dataset);
    }

    public Compiled compile(String expression) {
        if (expression.length() > LONGEST) {
            return faulty(new Fault(
                    1, 1, "the expression is longer than " + LONGEST + " characters", "Write several checks."));
        }
        CelValidationResult parsed = PARSER.parse(expression);
        try {
            return parsed.hasError() ? syntax(parsed) : Typing.of(parsed.getAst(), fields);
        } catch (CelValidationException impossible) {
            throw new IllegalStateException("an expression without errors has no tree", impossible);
        }
    }

    private static Compiled syntax(CelValidationResult parsed) {
        return new Compiled.Faulty(parsed.getErrors().stream()
                .map(issue -> new Fault(
                        Math.max(1, issue.getSourceLocation().getLine()),
                        Math.max(0, issue.getSourceLocation().getColumn()) + 1,
                        issue.getMessage().strip(),
                        "Mend the expression; it is written in CEL, such as `shipped_at >= ordered_at`."))
                .toList());
    }

    private static Compiled faulty(Fault fault) {
        return new Compiled.Faulty(List.of(fault));
    }

    static CelSourceLocation place(CelSource source, long id) {
        Integer offset = source.getPositionsMap().get(id);
        return offset == null
                ? CelSourceLocation.of(1, 0)
                : source.getOffsetLocation(offset).orElse(CelSourceLocation.of(1, 0));
    }
}
