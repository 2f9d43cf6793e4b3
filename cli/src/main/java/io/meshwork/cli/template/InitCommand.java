package io.meshwork.cli.template;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.NewFile;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.CatalogCommand;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;
import io.meshwork.contract.template.BuiltInTemplates;
import io.meshwork.contract.template.Parameter;
import io.meshwork.contract.template.Template;
import io.meshwork.contract.template.Template.Filled;
import java.io.Console;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mesh init}: a contract from a template; whoever sits at a terminal is asked for what is missing. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Writes a contract from a template; for those that come along, and for files, no mesh needs to run.",
            "At a terminal it asks for what is not given with -p; a script gets the list of what is missing."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:a valid contract was written",
            "1:the values do not make a valid contract",
            "2:no such template, values missing or wrong, or the file exists",
            "5:the catalog, which may know the template, does not answer"
        })
public final class InitCommand extends CatalogCommand {

    private static final String STDOUT = "-";

    @Option(
            names = {"-t", "--template"},
            defaultValue = "data-product",
            paramLabel = "NAME[@VERSION]|FILE",
            description = "One of --list or of mesh template list, or a file. Default: ${DEFAULT-VALUE}.")
    private String template = "";

    @Option(names = "--list", description = "Show the templates that come along, and what they ask for.")
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
    protected int run(ApiClient catalog) {
        if (list) {
            return showTemplates();
        }
        return switch (new TemplateFinder(catalog).find(template)) {
            case TemplateFinder.Result.Found(var found) -> fill(found);
            case TemplateFinder.Result.Invalid(var problems) -> {
                TemplateLines.problems(template, problems).forEach(err()::println);
                yield ExitCode.USAGE;
            }
            case TemplateFinder.Result.None(var reason) -> {
                err().println(reason);
                yield ExitCode.USAGE;
            }
            case TemplateFinder.Result.Unanswered(var answer) -> tell("template " + template, answer);
        };
    }

    private int fill(Template found) {
        Map<String, String> values = new LinkedHashMap<>(given);
        if (person != null) {
            found.parameters().forEach(parameter -> ask(found, parameter, values, person));
        }
        return switch (found.fill(values)) {
            case Filled.Wrong(Map<String, String> reasons) -> {
                err().println("The template " + found.name() + " needs other values:");
                reasons.forEach((name, reason) -> err().println("  " + name + " " + reason));
                yield ExitCode.USAGE;
            }
            case Filled.Document(String document) -> write(document, values);
        };
    }

    private int showTemplates() {
        for (Template one : BuiltInTemplates.all()) {
            TemplateLines.of(one).forEach(out()::println);
            out().println();
        }
        out().println("More that teams have registered: mesh template list");
        return ExitCode.OK;
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
        return switch (new ContractReader().read(document)) {
            case ReadResult.Refused refused -> {
                err().println("These values do not make a valid contract:");
                TemplateLines.problems("contract", refused.problems()).forEach(err()::println);
                yield ExitCode.REFUSED;
            }
            case ReadResult.Accepted accepted ->
                write(
                        document,
                        file == null ? values.getOrDefault("name", "contract") + ".odcs.yaml" : file,
                        accepted.product().domain());
        };
    }

    private int write(String document, String target, String domain) {
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
                + path + ".");
        out().println("It can be published once somebody has described its domain: mesh domain show " + domain + ".");
        return ExitCode.OK;
    }
}
