package io.meshwork.cli.slo;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.quality.QualityServiceCommand;
import picocli.CommandLine.Parameters;

/** A command that writes a file for other tools, as the service made it. */
abstract class GeneratedCommand extends QualityServiceCommand {

    private final String resource;

    @Parameters(paramLabel = "PRODUCT", description = "domain.name")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String product;

    GeneratedCommand(String resource) {
        this.resource = resource;
    }

    @Override
    protected final int run(ApiClient service) {
        ApiAnswer answer = service.get("slos/" + ApiClient.encoded(product) + "/" + resource);
        if (!(answer instanceof ApiAnswer.Found(var body, var text))) {
            return tell(product, answer);
        }
        out().print(text);
        out().flush();
        return ExitCode.OK;
    }
}
