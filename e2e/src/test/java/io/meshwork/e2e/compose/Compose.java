package io.meshwork.e2e.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml of the repository, merged as Docker merges it. */
record Compose(Map<String, Part> parts, Set<String> volumes, String text) {

    static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
    static final List<String> SERVICES = List.of("catalog", "policy", "quality", "notifier");

    /** {@code ${NAME}}, {@code ${NAME:-default}}, {@code ${NAME:?what is missing}}; {@code $$} is a plain dollar. */
    private static final Pattern VARIABLE =
            Pattern.compile("(?<!\\$)\\$\\{(?<name>[A-Z_]+)(?::(?<kind>[-?])(?<rest>[^}]*))?}");

    /** A container: its name and what is written below it. */
    record Part(String name, Map<String, Object> settings) {

        Map<String, String> environment() {
            Map<String, String> environment = new LinkedHashMap<>();
            map(settings.get("environment")).forEach((key, value) -> environment.put(key, String.valueOf(value)));
            return environment;
        }

        /** Which parts must be there first, and how far they must be. */
        Map<String, String> dependencies() {
            Map<String, String> conditions = new LinkedHashMap<>();
            map(settings.get("depends_on"))
                    .forEach((part, how) -> conditions.put(part, String.valueOf(map(how).get("condition"))));
            return conditions;
        }

        /** The command of the health check; empty when there is none. */
        String healthCheck() {
            Map<String, Object> check = map(settings.get("healthcheck"));
            return check.get("test") instanceof List<?> words ? String.valueOf(words.getLast()) : "";
        }

        String image() {
            return String.valueOf(settings.get("image"));
        }

        List<String> list(String key) {
            return settings.get(key) instanceof List<?> entries
                    ? entries.stream().map(String::valueOf).toList()
                    : List.of();
        }
    }

    static Compose read() {
        String text = file("docker-compose.yml");
        Map<String, Object> root = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        Map<String, Part> parts = new LinkedHashMap<>();
        map(root.get("services")).forEach((name, settings) -> parts.put(name, new Part(name, map(settings))));
        return new Compose(parts, map(root.get("volumes")).keySet(), text);
    }

    static String file(String name) {
        try {
            return Files.readString(REPOSITORY.resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read; run the test in its module's folder", e);
        }
    }

    /** Names and values of {@code deploy/compose.env.example}. */
    static Map<String, String> exampleVariables() {
        return file("deploy/compose.env.example")
                .lines()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
    }

    Part part(String name) {
        return java.util.Objects.requireNonNull(parts.get(name), () -> "no service " + name);
    }

    /** Every variable the file wants from outside. */
    Set<String> variables() {
        return VARIABLE.matcher(text)
                .results()
                .map(found -> found.group("name"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A part's environment as its process sees it, when the variables from outside have these values. */
    Map<String, String> environment(String part, Map<String, String> outside) {
        Map<String, String> environment = new LinkedHashMap<>();
        part(part).environment().forEach((name, value) -> environment.put(name, filled(value, outside)));
        return environment;
    }

    /** What stands in for a variable when it is unset or empty; empty for one that must be set. */
    static List<String> defaults(String value) {
        return VARIABLE.matcher(value)
                .results()
                .filter(found -> "-".equals(found.group("kind")))
                .map(found -> found.group("rest"))
                .toList();
    }

    /** What remains of a value without its variables. */
    static String literal(String value) {
        return VARIABLE.matcher(value).replaceAll("");
    }

    private static String filled(String value, Map<String, String> outside) {
        return VARIABLE.matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(outside.getOrDefault(
                        found.group("name"), "-".equals(found.group("kind")) ? found.group("rest") : "")))
                .replace("$$", "$");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return node instanceof Map<?, ?> found ? (Map<String, Object>) found : Map.of();
    }
}
