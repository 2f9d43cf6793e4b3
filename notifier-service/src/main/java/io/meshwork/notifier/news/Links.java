package io.meshwork.notifier.news;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where people read more.
 *
 * @param catalog address of the catalog, with or without a slash at its end
 * @param notifier address of the notifier, likewise
 */
public record Links(URI catalog, URI notifier) {

    public URI product(String productId) {
        return at(
                catalog,
                "/products/"
                        + URLEncoder.encode(productId, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    public URI products() {
        return at(catalog, "/products");
    }

    public URI deadLetters() {
        return at(notifier, "/api/v1/dead-letters");
    }

    private static URI at(URI address, String path) {
        var base = address.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
