package io.meshwork.contract.read.expression;

import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.read.value.Section;

/** The expressions of one document, checked where they are written. */
public final class WrittenExpressions {

    /** Reading one takes up to a millisecond, while others wait; and all of a dataset become one query. */
    private static final int MOST = 100;

    private int count;

    /** @return whether the expression can be run; else the problems say why not */
    public boolean check(Section section, String key, String expression, Dataset dataset) {
        if (++count > MOST) {
            section.error(
                    key,
                    "too-many",
                    "the contract has more than " + MOST + " checks with an expression",
                    "Say more in one expression, or split the contract.");
            return false;
        }
        return switch (new RowExpressions(dataset).compile(expression)) {
            case Compiled.Rule rule -> true;
            case Compiled.Faulty(var faults) -> {
                faults.forEach(fault -> section.error(
                        key,
                        "invalid",
                        "the expression cannot be run: line " + fault.line() + ", column " + fault.column() + ": "
                                + fault.message(),
                        fault.advice()));
                yield false;
            }
        };
    }
}
