package io.meshwork.catalog.product.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Pages for people: no scripts, nothing from elsewhere, and what authors wrote is text. */
public final class Html {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'";

    private static final TemplateEngine TEMPLATES = templates(Html.class.getPackageName());

    private Html() {}

    static ResponseEntity<String> page(HttpStatus status, String template, Map<String, Object> model) {
        TemplateOutput output = new StringOutput();
        TEMPLATES.render(template, model, output);
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .body(output.toString());
    }

    /** There is no such product. */
    public static ResponseEntity<String> missing(String productId) {
        return page(HttpStatus.NOT_FOUND, "missing.jte", Map.of("id", productId));
    }

    /** What another feature shows, in the frame of all pages. */
    public static ResponseEntity<String> framed(String title, Content content) {
        return page(HttpStatus.OK, "layout.jte", Map.of("title", title, "content", content));
    }

    /** The templates that were compiled into a package; templates see what is private to it. */
    public static TemplateEngine templates(String packageName) {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, Html.class.getClassLoader(), packageName);
    }
}
