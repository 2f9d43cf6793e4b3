package io.meshwork.e2e;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.local.command.MeshCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the documents refer to is there: files and headings, classes, commands with their options. */
class ReferencesTest {

    private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
    private static final Pattern CODE_BLOCK = Pattern.compile("```.*?```", Pattern.DOTALL);
    private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ +(.+)$", Pattern.MULTILINE);
    private static final Pattern CLASS = Pattern.compile("([A-Z][a-z][A-Za-z]*)(?:\\.([a-z]\\w*))?");
    private static final Pattern COMMAND = Pattern.compile("(?:\\./)?mesh ([a-z].*)");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[a-z][a-z-]*");

    private static final CommandLine MESH = MeshCommand.create();

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> guides = Files.walk(REPOSITORY.resolve("docs"));
                Stream<Path> others = Files.walk(REPOSITORY, 2)) {
            return Stream.concat(guides, others.filter(file -> !file.startsWith(REPOSITORY.resolve("docs"))))
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aLinkLeadsToAFileAndToAHeadingInIt(Path document) throws IOException {
        Set<String> broken = new TreeSet<>();
        for (var link : LINK.matcher(withoutCodeBlocks(document)).results().toList()) {
            if (!link.group(1).contains(":")) {
                Path target = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
                String heading = link.group(2);
                if (!Files.exists(target)
                        || (heading != null && !anchors(target).contains(heading))) {
                    broken.add(link.group());
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    /** As GitHub makes them. */
    private static Set<String> anchors(Path document) throws IOException {
        return HEADING.matcher(withoutCodeBlocks(document))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .collect(toSet());
    }

    @Test
    void theArchitectureNamesClassesAndMethodsThatExist() throws IOException {
        List<Path> sources = sources();
        Set<String> unknown = new TreeSet<>();
        for (String span : spans(REPOSITORY.resolve("docs/architecture.md"))) {
            var name = CLASS.matcher(span);
            if (name.matches() && !isThere(sources, name.group(1), name.group(2))) {
                unknown.add(span);
            }
        }

        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aCommandIsThereWithItsOptions(Path document) throws IOException {
        Set<String> unknown = new TreeSet<>();
        for (String span : spans(document)) {
            var command = COMMAND.matcher(span);
            if (command.matches() && !command.group(1).startsWith("test") && !isThere(command.group(1))) {
                unknown.add(span);
            }
        }

        assertThat(unknown).isEmpty();
    }

    private static boolean isThere(String words) {
        CommandLine command = MESH;
        for (String word : words.split("[ |]")) {
            CommandLine next = command.getSubcommands().get(word);
            if (next == null) {
                break;
            }
            command = next;
        }
        var spec = command.getCommandSpec();
        return spec.parent() != null
                && OPTION.matcher(words.replaceAll("'[^']*'", ""))
                        .results()
                        .allMatch(option -> spec.findOption(option.group()) != null);
    }

    private static boolean isThere(List<Path> sources, String type, String method) throws IOException {
        for (Path source : sources) {
            if (source.endsWith(type + ".java")
                    && (method == null || Files.readString(source).contains(" " + method + "("))) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(REPOSITORY)) {
            List<Path> roots = modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList();
            List<Path> sources = new ArrayList<>();
            for (Path root : roots) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
            return sources;
        }
    }

    private static Set<String> spans(Path document) throws IOException {
        return SPAN.matcher(withoutCodeBlocks(document))
                .results()
                .map(span -> span.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static String withoutCodeBlocks(Path document) throws IOException {
        return CODE_BLOCK.matcher(Files.readString(document)).replaceAll("");
    }
}
