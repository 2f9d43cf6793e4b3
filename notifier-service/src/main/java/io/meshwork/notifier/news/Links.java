package io.meshwork.notifier.news;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where people read more.
 *
 * @param catalog address of the catalog, with or without a slash at its end
 */
public record Links(URI catalog) {

    public URI product(String productId) {
        return at("/products/"
                + URLEncoder.encode(productId, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    public URI products() {
        return at("/products");
    }

    private URI at(String path) {
        var base = catalog.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
