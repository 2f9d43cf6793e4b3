package io.meshwork.notifier.news;

import io.meshwork.notifier.product.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told to people.
 *
 * @param headline what happened, one line of at most {@value #HEADLINE} characters
 * @param details why: at most {@value #DETAILS} lines, one that counts the rest, and what one subscriber is to know
 * @param advice what to do, null when there is nothing to do
 */
public record News(
        Kind kind,
        Severity severity,
        String headline,
        List<String> details,
        @Nullable String advice) {

    static final int HEADLINE = 200;
    static final int DETAILS = 5;
    static final int DETAIL = 400;

    private static final String NOTE = "Note: ";

    public News {
        headline = Text.line(headline, HEADLINE);
        details = List.copyOf(details);
        advice = advice == null ? null : Text.line(advice, DETAIL);
    }

    public static News of(Kind kind, Severity severity, String headline) {
        return new News(kind, severity, headline, List.of(), null);
    }

    /** The same news with its reasons: the first few and the number of the others. */
    public News because(List<Finding> findings) {
        var lines = new ArrayList<String>();
        findings.stream().limit(DETAILS).map(News::line).forEach(lines::add);
        if (findings.size() > DETAILS) {
            lines.add("and " + (findings.size() - DETAILS) + " more");
        }
        return new News(kind, severity, headline, lines, advice);
    }

    public News advising(String what) {
        return new News(kind, severity, headline, details, what);
    }

    /** The same news with a note for the subscriber who is told of it, its last detail. */
    public News noting(String note) {
        return with(List.of(NOTE + Text.line(note, DETAIL)));
    }

    /** The same news with notes of {@link #notesTo}. */
    public News with(List<String> notes) {
        var lines = new ArrayList<>(details);
        lines.addAll(notes);
        return new News(kind, severity, headline, lines, advice);
    }

    /** Notes to the same news; what else this says may hold no more. */
    public List<String> notesTo(News other) {
        int said = other.details.size();
        return headline.equals(other.headline)
                        && details.size() > said
                        && details.subList(0, said).equals(other.details)
                ? details.stream()
                        .skip(said)
                        .filter(line -> line.startsWith(NOTE))
                        .toList()
                : List.of();
    }

    private static String line(Finding finding) {
        var speaker = finding.code().isEmpty() ? "" : finding.code() + ": ";
        var remedy = finding.remedy();
        return remedy == null
                ? Text.line(speaker + finding.message(), DETAIL)
                : Text.line(speaker + finding.message(), DETAIL / 2) + " → " + Text.line(remedy, DETAIL / 2);
    }
}
