package io.meshwork.contract.read.document;

import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.Problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one document; at most {@value #MOST}, so that rubbish cannot fill the memory. */
public final class Problems {

    static final int MOST = 1_000;

    private static final Comparator<Problem> IN_DOCUMENT_ORDER =
            Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

    private final List<Problem> found = new ArrayList<>();
    private int dropped;
    private boolean errors;

    public void error(String code, Mark at, String pointer, String message, String advice) {
        errors = true;
        add(new Problem(code, Severity.ERROR, message, advice, pointer, at.line(), at.column()));
    }

    public void warning(String code, Mark at, String pointer, String message, String advice) {
        add(new Problem(code, Severity.WARNING, message, advice, pointer, at.line(), at.column()));
    }

    void add(Problem problem) {
        errors |= problem.isError();
        if (isFull()) {
            dropped++;
        } else {
            found.add(problem);
        }
    }

    /** Further problems are only counted. */
    public boolean isFull() {
        return found.size() >= MOST;
    }

    public boolean hasErrors() {
        return errors;
    }

    /** All of them in the order of the document; the last one tells how many more there were. */
    public List<Problem> sorted() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(IN_DOCUMENT_ORDER);
        if (dropped > 0) {
            sorted.add(new Problem(
                    "contract.too-many-problems",
                    errors ? Severity.ERROR : Severity.WARNING,
                    dropped + " more problems are not listed",
                    "Mend the ones listed and read the document again.",
                    "",
                    1,
                    1));
        }
        return sorted;
    }
}
