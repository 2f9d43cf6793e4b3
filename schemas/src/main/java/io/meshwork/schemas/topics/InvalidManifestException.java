package io.meshwork.schemas.topics;

import java.util.List;

/** The manifest says something that cannot be; the message lists all of it. */
public final class InvalidManifestException extends RuntimeException {

    private final transient List<String> problems;

    InvalidManifestException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each: file, line, topic, what is wrong and what belongs there. */
    public List<String> problems() {
        return problems;
    }
}
