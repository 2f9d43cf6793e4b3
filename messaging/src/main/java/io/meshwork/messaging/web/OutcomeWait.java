package io.meshwork.messaging.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * How long a caller waits for what becomes of a request: {@code Prefer: wait=20} (RFC 7240,
 * section 4.3) in seconds, at most a minute. Who says nothing waits for 5 s, and not at all who only looks (GET).
 */
public record OutcomeWait(Duration atMost) {

    public static final String PREFER = "Prefer";
    static final OutcomeWait DEFAULT = new OutcomeWait(Duration.ofSeconds(5));
    static final OutcomeWait NONE = new OutcomeWait(Duration.ZERO);
    static final Duration LONGEST = Duration.ofMinutes(1);

    private static final String WAIT = "wait";

    /**
     * @param prefer values of the header; preferences that are not about waiting are for others
     * @param looking whether nothing is asked for but what is known
     * @throws ProblemException with 400 when a wait is not a number of seconds
     */
    static OutcomeWait of(String @Nullable [] prefer, boolean looking) {
        OutcomeWait otherwise = looking ? NONE : DEFAULT;
        if (prefer == null) {
            return otherwise;
        }
        for (String preference : String.join(",", prefer).split("[,;]")) {
            String[] parts = preference.split("=", 2);
            if (parts.length == 2 && parts[0].strip().equalsIgnoreCase(WAIT)) {
                return seconds(parts[1].strip());
            }
        }
        return otherwise;
    }

    private static OutcomeWait seconds(String written) {
        if (!written.matches("\\d{1,9}")) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "prefer.invalid",
                    "Prefer not usable",
                    "A wait is a number of seconds, such as Prefer: wait=20; at most " + LONGEST.toSeconds()
                            + " are waited.",
                    List.of());
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(written));
        return new OutcomeWait(asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
    }
}
