package io.meshwork.contract.template;

import io.meshwork.contract.read.document.Limits;
import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.contract.write.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contract with blanks, and what may stand in them.
 *
 * @param name id of the template
 * @param version of the template itself
 * @param domain whose template it is; null for one that nobody registers
 * @param contract the document, in whose texts placeholders name parameters
 */
public record Template(
        String name,
        String version,
        @Nullable String domain,
        String description,
        List<Parameter> parameters,
        Map<String, @Nullable Object> contract) {

    public Template {
        parameters = List.copyOf(parameters);
    }

    /** Such as {@code shop-events@1.2.0}. */
    public String reference() {
        return name + "@" + version;
    }

    /** What became of filling the template. */
    public sealed interface Filled {

        /** @param document the contract in YAML; whether it is valid is for a reader to say */
        record Document(String document) implements Filled {}

        /** Every value that is missing or will not do, by parameter, with the reason. */
        record Wrong(Map<String, String> reasons) implements Filled {}
    }

    /** @param given values by parameter, as people wrote them */
    public Filled fill(Map<String, String> given) {
        Map<String, String> wrong = new LinkedHashMap<>();
        given.keySet().stream()
                .filter(name -> !names().contains(name))
                .forEach(name -> wrong.put(
                        name,
                        "the template has no such parameter. " + Suggestions.didYouMean(name, names()) + "It has "
                                + String.join(", ", names()) + "."));
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            String written = written(parameter, given, values);
            String obstacle = written == null ? null : parameter.obstacle(written);
            if (obstacle != null) {
                wrong.put(parameter.name(), obstacle);
            } else if (written != null) {
                parameter.value(written).ifPresent(value -> values.put(parameter.name(), value));
            } else if (parameter.isRequired()) {
                wrong.put(
                        parameter.name(),
                        "is missing: " + parameter.description() + " ("
                                + parameter.type().expectation() + ")");
            }
        }
        if (wrong.isEmpty() && Placeholders.length(contract, values) > Limits.BYTES) {
            wrong.put("contract", "would be larger than " + Limits.BYTES / 1024 + " KiB; shorten the values");
        }
        return wrong.isEmpty() ? new Filled.Document(document(values)) : new Filled.Wrong(wrong);
    }

    /** What a parameter comes to when nothing is given for it, null when there is nothing, or nothing that will do. */
    public @Nullable String byDefault(Parameter parameter, Map<String, String> given) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter earlier : parameters) {
            if (earlier.equals(parameter)) {
                break;
            }
            String written = written(earlier, given, values);
            if (written != null && earlier.obstacle(written) == null) {
                earlier.value(written).ifPresent(value -> values.put(earlier.name(), value));
            }
        }
        String written = written(parameter, Map.of(), values);
        return written == null || parameter.obstacle(written) != null ? null : written;
    }

    private static @Nullable String written(
            Parameter parameter, Map<String, String> given, Map<String, Object> values) {
        String own = given.get(parameter.name());
        if (own != null && !own.isBlank()) {
            return own;
        }
        return parameter.byDefault() == null ? null : Placeholders.written(parameter.byDefault(), values);
    }

    private String document(Map<String, Object> values) {
        Map<String, @Nullable Object> filled = new LinkedHashMap<>();
        if (Placeholders.filled(contract, values) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> filled.put(String.valueOf(key), value));
        }
        return YamlText.of(filled);
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        parameters.forEach(parameter -> names.add(Objects.requireNonNull(parameter.name())));
        return names;
    }
}
