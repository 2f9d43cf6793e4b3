package io.meshwork.local.log;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows the lines of one part in the log of {@code logback.xml}; what has no head, such as a stack trace, belongs to the line before. */
public final class LinesOf {

    private static final Pattern HEAD = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\S+ [A-Z]+ +(\\S+) ");

    private final String part;
    private boolean within;

    public LinesOf(String part) {
        this.part = part;
    }

    /** @param lines what follows on those of the last time */
    public List<String> among(List<String> lines) {
        return lines.stream().filter(this::isOurs).toList();
    }

    private boolean isOurs(String line) {
        Matcher head = HEAD.matcher(line);
        if (head.lookingAt()) {
            within = head.group(1).equals(part);
        }
        return within;
    }
}
