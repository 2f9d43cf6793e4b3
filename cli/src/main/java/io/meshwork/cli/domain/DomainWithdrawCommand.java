package io.meshwork.cli.domain;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.CatalogCommand;
import io.meshwork.cli.connection.LocalDefaults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mesh domain withdraw}. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Withdraws a domain that has no products in use; nothing can be published in it any more.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:withdrawn",
            "1:there is no such domain, it has products in use, or it is not allowed",
            "2:wrong options",
            "4:taken but not decided yet",
            "5:the catalog does not answer"
        })
final class DomainWithdrawCommand extends CatalogCommand {

    @Parameters(paramLabel = "DOMAIN", description = "Name of the domain.")
    private String domain = "";

    @Override
    protected int run(ApiClient catalog) {
        ApiAnswer answer = catalog.delete("domains/" + ApiClient.encoded(domain));
        if (answer instanceof ApiAnswer.Found) {
            out().println("Domain " + domain + " is withdrawn.");
            return ExitCode.OK;
        }
        return tell(domain, answer);
    }
}
