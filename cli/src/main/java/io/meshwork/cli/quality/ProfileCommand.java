package io.meshwork.cli.quality;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.connection.ProductName;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code mesh quality profile}: what the data looks like. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description =
                "What a product's data looked like in its newest run, field by field, and personal data that nobody declared.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:told",
            "1:the data was never read",
            "2:wrong options",
            "5:the quality service does not answer"
        })
final class ProfileCommand extends QualityServiceCommand {

    @Parameters(
            paramLabel = "PRODUCT",
            converter = ProductName.Converter.class,
            description = "As domain.name, or domain.name@version.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ProductName product;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Override
    protected int run(ApiClient service) {
        ApiAnswer answer = service.get("profiles/" + ApiClient.encoded(product.id())
                + (product.version() == null ? "" : "?version=" + ApiClient.encoded(product.version())));
        if (!(answer instanceof ApiAnswer.Found(var profile, var text))) {
            return tell(product, answer);
        }
        List<String> lines = new ArrayList<>(List.of("%s %s, run %d, %s"
                .formatted(
                        product.id(),
                        profile.path("version").asString(""),
                        profile.path("runSequence").asLong(0),
                        profile.path("profiledAt").asString(""))));
        for (JsonNode dataset : profile.path("datasets")) {
            lines.add("");
            lines.addAll(ProfileLines.of(dataset));
        }
        output.write(out(), profile, lines);
        return ExitCode.OK;
    }
}
