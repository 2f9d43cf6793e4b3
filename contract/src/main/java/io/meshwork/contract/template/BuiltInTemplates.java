package io.meshwork.contract.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Templates that come with Meshwork. */
public final class BuiltInTemplates {

    private static final List<String> NAMES =
            List.of("customer-events", "customer-segments", "order-analytics", "data-product");

    private BuiltInTemplates() {}

    public static List<String> names() {
        return NAMES;
    }

    public static List<Template> all() {
        return NAMES.stream().map(BuiltInTemplates::read).toList();
    }

    private static Template read(String name) {
        try (InputStream file = BuiltInTemplates.class.getResourceAsStream(name + ".yaml")) {
            String text = new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
            return switch (new TemplateReader().read(text)) {
                case TemplateReader.Result.Accepted(Template template) -> template;
                case TemplateReader.Result.Refused(var problems) ->
                    throw new IllegalStateException(name + ": " + problems);
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
