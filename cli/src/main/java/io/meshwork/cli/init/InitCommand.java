package io.meshwork.cli.init;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.NewFile;
import io.meshwork.cli.Table;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.ReadResult;
import io.meshwork.contract.template.BuiltInTemplates;
import io.meshwork.contract.template.Parameter;
import io.meshwork.contract.template.Template;
import io.meshwork.contract.template.Template.Filled;
import io.meshwork.contract.template.TemplateReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mesh init}: a contract from a template; whoever sits at a terminal is asked for what is missing. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a contract from a template, without a running mesh.",
            "At a terminal it asks for what is not given with -p; a script gets the list of what is missing."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:a valid contract was written",
            "1:the values do not make a valid contract",
            "2:no such template, values missing or wrong, or the file exists"
        })
public final class InitCommand implements Callable<Integer> {

    private static final String STDOUT = "-";

    @Option(
            names = {"-t", "--template"},
            defaultValue = "data-product",
            paramLabel = "NAME|FILE",
            description = "One of --list, or a file with a template. Default: ${DEFAULT-VALUE}.")
    private String template = "";

    @Option(names = "--list", description = "Show the templates and what they ask for.")
    private boolean list;

    @Option(
            names = {"-p", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = "A value for the template; repeat it for each.")
    private Map<String, String> given = new LinkedHashMap<>();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Where to write; - for standard output. Default: <name>.odcs.yaml.")
    private @Nullable String file;

    @Option(names = "--force", description = "Write over a file that exists.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Answers questions; null when nobody is there. */
    private final @Nullable UnaryOperator<String> person;

    public InitCommand() {
        this(atTerminal());
    }

    InitCommand(@Nullable UnaryOperator<String> person) {
        this.person = person;
    }

    private static @Nullable UnaryOperator<String> atTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal() ? question -> console.readLine("%s", question) : null;
    }

    @Override
    public Integer call() {
        if (list) {
            return showTemplates();
        }
        Optional<Template> found = find();
        if (found.isEmpty()) {
            return ExitCode.USAGE;
        }
        Map<String, String> values = new LinkedHashMap<>(given);
        if (person != null) {
            found.get().parameters().forEach(parameter -> ask(found.get(), parameter, values, person));
        }
        return switch (found.get().fill(values)) {
            case Filled.Wrong(Map<String, String> reasons) -> {
                err().println("The template " + found.get().name() + " needs other values:");
                reasons.forEach((name, reason) -> err().println("  " + name + " " + reason));
                yield ExitCode.USAGE;
            }
            case Filled.Document(String document) -> write(document, values);
        };
    }

    private int showTemplates() {
        for (Template one : BuiltInTemplates.all()) {
            out().println(one.name() + " " + one.version() + ": " + one.description());
            Table table = new Table(List.of("  PARAMETER", "VALUE", "DEFAULT", "MEANING"));
            one.parameters()
                    .forEach(parameter -> table.row(List.of(
                            "  " + parameter.name(),
                            parameter.choices().isEmpty()
                                    ? parameter.type().name().toLowerCase(Locale.ROOT)
                                    : String.join("|", parameter.choices()),
                            parameter.optional()
                                    ? "(optional)"
                                    : parameter.byDefault() == null ? "" : parameter.byDefault(),
                            parameter.description())));
            table.lines().forEach(out()::println);
            out().println();
        }
        return ExitCode.OK;
    }

    private Optional<Template> find() {
        Optional<Template> builtIn = BuiltInTemplates.all().stream()
                .filter(one -> one.name().equals(template))
                .findFirst();
        return builtIn.isPresent() ? builtIn : read(Path.of(template));
    }

    private Optional<Template> read(Path path) {
        if (!Files.isRegularFile(path)) {
            err().println("There is no template `" + template + "`, and no file of that name; there are "
                    + BuiltInTemplates.all().stream().map(Template::name).collect(Collectors.joining(", ")) + ".");
            return Optional.empty();
        }
        try {
            return switch (new TemplateReader().read(Files.readString(path))) {
                case TemplateReader.Result.Accepted(Template read) -> Optional.of(read);
                case TemplateReader.Result.Refused(List<Problem> problems) -> {
                    tell(path.toString(), problems);
                    yield Optional.empty();
                }
            };
        } catch (IOException e) {
            err().println("Cannot read " + path + "; it must be text in UTF-8, and readable.");
            return Optional.empty();
        }
    }

    private static void ask(
            Template template, Parameter parameter, Map<String, String> values, UnaryOperator<String> person) {
        if (values.containsKey(parameter.name()) || parameter.optional()) {
            return;
        }
        String byDefault = template.byDefault(parameter, values);
        String hint = byDefault == null ? "" : " [" + byDefault + "]";
        String choices = parameter.choices().isEmpty() ? "" : " (" + String.join(", ", parameter.choices()) + ")";
        String answer = person.apply(parameter.name() + ": " + parameter.description() + choices + hint + ": ");
        if (answer != null && !answer.isBlank()) {
            values.put(parameter.name(), answer.strip());
        }
    }

    private int write(String document, Map<String, String> values) {
        if (new ContractReader().read(document) instanceof ReadResult.Refused refused) {
            err().println("These values do not make a valid contract:");
            tell("contract", refused.problems());
            return ExitCode.REFUSED;
        }
        String target = file == null ? values.getOrDefault("name", "contract") + ".odcs.yaml" : file;
        if (target.equals(STDOUT)) {
            out().print(document);
            out().flush();
            return ExitCode.OK;
        }
        Path path = Path.of(target);
        Optional<String> unwritten = NewFile.write(path, document, force, "--file");
        if (unwritten.isPresent()) {
            err().println(unwritten.get());
            return ExitCode.USAGE;
        }
        out().println(path + " written. Next: describe your fields, then mesh validate " + path + " and mesh publish "
                + path);
        return ExitCode.OK;
    }

    private void tell(String where, List<Problem> problems) {
        problems.stream()
                .filter(Problem::isError)
                .forEach(problem -> err().printf(
                                "%s:%d:%d %s%n  %s%n",
                                where, problem.line(), problem.column(), problem.message(), problem.advice()));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
