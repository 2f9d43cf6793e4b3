package io.meshwork.messaging.web;

import io.meshwork.messaging.kafka.Headers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The token by which a caller proves who they are (RFC 6750). */
public final class BearerToken {

    /** Schemes are not case-sensitive (RFC 9110, 11.1). */
    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /**
     * @param authorization the header, null when there was none
     * @return null when there is no bearer token in it
     */
    public static @Nullable String of(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : null;
    }

    /** Headers that carry the token on in a record: whoever decides verifies it again. */
    public static Map<String, String> toRecord(@Nullable String token) {
        return token == null ? Map.of() : Map.of(Headers.TOKEN, token);
    }
}
