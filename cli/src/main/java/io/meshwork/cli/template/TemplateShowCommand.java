package io.meshwork.cli.template;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.CatalogCommand;
import io.meshwork.cli.connection.LocalDefaults;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mesh template show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Shows what a template asks for.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:found",
            "1:there is no such template, or the file is none",
            "2:wrong options",
            "5:the catalog does not answer"
        })
final class TemplateShowCommand extends CatalogCommand {

    @Parameters(
            paramLabel = "NAME[@VERSION]|FILE",
            description = "Without a version the newest; of a file what is in it.")
    private String template = "";

    @Override
    protected int run(ApiClient catalog) {
        return switch (new TemplateFinder(catalog).find(template)) {
            case TemplateFinder.Result.Found(var found) -> {
                TemplateLines.of(found).forEach(out()::println);
                out().println();
                out().println("Make a contract from it: mesh init -t " + template);
                yield ExitCode.OK;
            }
            case TemplateFinder.Result.Invalid(var problems) -> {
                TemplateLines.problems(Path.of(template).toString(), problems).forEach(err()::println);
                yield ExitCode.REFUSED;
            }
            case TemplateFinder.Result.None(var reason) -> {
                err().println(reason);
                yield ExitCode.REFUSED;
            }
            case TemplateFinder.Result.Unanswered(var answer) -> tell(template, answer);
        };
    }
}
