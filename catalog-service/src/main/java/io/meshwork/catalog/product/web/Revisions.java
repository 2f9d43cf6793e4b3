package io.meshwork.catalog.product.web;

import io.meshwork.messaging.web.ProblemException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Revisions of products as entity tags. */
final class Revisions {

    private static final Pattern STRONG = Pattern.compile("\"(\\d{1,18})\"");

    private Revisions() {}

    static String toTag(long revision) {
        return "\"" + revision + "\"";
    }

    /**
     * @return null when there is no condition
     * @throws ProblemException 400 when the header is not one entity tag of ours
     */
    static @Nullable Long fromIfMatch(@Nullable String header) {
        if (header == null) {
            return null;
        }
        Matcher matcher = STRONG.matcher(header.strip());
        if (!matcher.matches()) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "submission.if-match",
                    "If-Match not understood",
                    "If-Match must be the ETag of the product as it was read, such as \"7\".",
                    List.of());
        }
        return Long.valueOf(matcher.group(1));
    }
}
