package io.meshwork.cli.quality;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.Unreadable;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.connection.ProductName;
import io.meshwork.quality.results.ResultsFault;
import io.meshwork.quality.results.ResultsView;
import io.meshwork.quality.results.Tool;
import io.meshwork.quality.results.ToolResults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code mesh quality report}: tells the mesh what another tool has found out. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Reports results of dbt, Great Expectations, Soda or OpenLineage as checks of a product.",
            "They count in its score until the same tool and suite report again. Does not wait for the score.",
            "Whether checks have failed does not change the exit code: the tool has told that."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:taken, or shown with --dry-run",
            "1:the document is not understood or has no checks, or the report was refused",
            "2:wrong options, or a file that cannot be read",
            "5:the quality service does not answer; send the same again"
        })
final class ReportCommand extends QualityServiceCommand {

    @Parameters(
            paramLabel = "PRODUCT",
            converter = ProductName.Converter.class,
            description = "As domain.name for its latest version, or domain.name@version.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ProductName product;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FILE",
            description = "As the tool has written it, such as target/run_results.json.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--tool",
            paramLabel = "TOOL",
            converter = ToolConverter.class,
            description = "dbt, great-expectations, soda or openlineage. Default: what the file looks like.")
    private @Nullable Tool tool;

    @Option(
            names = "--suite",
            paramLabel = "NAME",
            description =
                    "Tells several runs of one tool apart, each with results that stay. Default: what the file says.")
    private @Nullable String suite;

    @Option(
            names = "--new-data",
            description =
                    "New data has landed, too, as of the time of the checks. Without it the data is not taken for fresher.")
    private boolean newData;

    @Option(names = "--dry-run", description = "Shows what would be reported, and asks no service.")
    private boolean dryRun;

    @Mixin
    private final OutputOption output = new OutputOption();

    /** Reads what people write. */
    static final class ToolConverter implements ITypeConverter<Tool> {

        @Override
        public Tool convert(String word) {
            return Tool.of(word)
                    .orElseThrow(
                            () -> new TypeConversionException("`" + word + "` is not known; there is " + Tool.words()));
        }
    }

    @Override
    protected int run(ApiClient service) {
        byte[] document;
        Instant written;
        try (InputStream bytes = Files.newInputStream(file)) {
            document = bytes.readNBytes(ToolResults.LARGEST + 1);
            written = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (IOException unreadable) {
            err().println(Unreadable.file(file));
            return ExitCode.USAGE;
        }
        return switch (ToolResults.read(new String(document, StandardCharsets.UTF_8), tool)) {
            case ToolResults.Reading.Refused(var fault) -> refused(fault);
            case ToolResults.Reading.Understood(var read) -> {
                Instant stated = read.measuredAt();
                ToolResults results = read.inSuite(suite).at(stated == null ? written : stated);
                yield dryRun ? show(results) : send(service, document, results, stated == null ? written : null);
            }
        };
    }

    private int refused(ResultsFault fault) {
        err().println(file + (fault.pointer().isEmpty() ? "" : " " + fault.pointer()) + ": " + fault.message() + ".");
        err().println("  " + fault.advice());
        return ExitCode.REFUSED;
    }

    private int show(ToolResults results) {
        ResultsView view = view(results);
        output.write(out(), view, ReportLines.of(view, "would be reported"));
        return ExitCode.OK;
    }

    private ResultsView view(ToolResults results) {
        return ResultsView.of(product.id(), product.version(), results, newData ? results.measuredAt() : null);
    }

    /** @param measuredAt null when the document says so itself */
    private int send(ApiClient service, byte[] document, ToolResults results, @Nullable Instant measuredAt) {
        String query = ApiClient.parameter("version", product.version())
                + ApiClient.parameter("tool", tool == null ? null : tool.word())
                + ApiClient.parameter("suite", suite)
                + ApiClient.parameter("measuredAt", measuredAt == null ? null : measuredAt.toString())
                + ApiClient.parameter("refreshedAt", newData ? String.valueOf(results.measuredAt()) : null);
        ApiAnswer answer = service.postJson(
                "scores/" + ApiClient.encoded(product.id()) + "/results" + query.replaceFirst("^&", "?"), document);
        if (!(answer instanceof ApiAnswer.Found(var taken, var text))) {
            return tell(product, answer);
        }
        ResultsView view = view(results);
        output.write(out(), taken, ReportLines.of(view, "reported"));
        if (taken.path("note").isString()) {
            err().println(taken.path("note").asString());
        }
        return ExitCode.OK;
    }
}
