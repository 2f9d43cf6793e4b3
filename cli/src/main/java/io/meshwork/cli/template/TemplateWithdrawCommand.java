package io.meshwork.cli.template;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.CatalogCommand;
import io.meshwork.cli.connection.LocalDefaults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mesh template withdraw}. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Withdraws a version of a template; contracts that were made from it stay as they are.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:withdrawn, now or already",
            "1:there is no such version, or it is not allowed",
            "2:wrong options",
            "4:taken but not decided yet",
            "5:the catalog does not answer"
        })
final class TemplateWithdrawCommand extends CatalogCommand {

    @Parameters(index = "0", paramLabel = "TEMPLATE", description = "Name of the template.")
    private String template = "";

    @Parameters(index = "1", paramLabel = "VERSION", description = "Version to withdraw.")
    private String version = "";

    @Override
    protected int run(ApiClient catalog) {
        ApiAnswer answer =
                catalog.delete("templates/" + ApiClient.encoded(template) + "/" + ApiClient.encoded(version));
        if (answer instanceof ApiAnswer.Found) {
            out().println("Template " + template + "@" + version
                    + " is withdrawn. Publishing it again brings it back: take it out of the folder that you publish.");
            return ExitCode.OK;
        }
        return tell(template + "@" + version, answer);
    }
}
