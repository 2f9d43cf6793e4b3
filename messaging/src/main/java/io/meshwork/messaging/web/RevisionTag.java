package io.meshwork.messaging.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Revisions as entity tags (RFC 9110, 8.8.3). */
public final class RevisionTag {

    private static final Pattern STRONG = Pattern.compile("\"(\\d{1,18})\"");

    private RevisionTag() {}

    public static String of(long revision) {
        return "\"" + revision + "\"";
    }

    /**
     * @param header If-Match, null when there was none
     * @param code of the problem
     * @param what the tag is of, as the problem names it
     * @return null when there is no condition
     * @throws ProblemException 400 when the header is not one entity tag of ours
     */
    public static @Nullable Long fromIfMatch(@Nullable String header, String code, String what) {
        if (header == null) {
            return null;
        }
        Matcher matcher = STRONG.matcher(header.strip());
        if (!matcher.matches()) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    code,
                    "If-Match not understood",
                    "If-Match must be the ETag of the " + what + " as it was read, such as \"7\".",
                    List.of());
        }
        return Long.valueOf(matcher.group(1));
    }
}
