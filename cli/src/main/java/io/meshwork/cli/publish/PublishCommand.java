package io.meshwork.cli.publish;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Unreadable;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.CatalogOptions;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.cli.connection.NoAnswer;
import io.meshwork.cli.connection.NotChecked;
import io.meshwork.cli.connection.ProductName;
import io.meshwork.cli.document.MeshDocument;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code mesh publish}: one contract or a folder of them, and what the catalog decided. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description =
                "Submits a contract, or all of a folder, to the catalog and waits for its decision and for what policies and"
                        + " quality say. What is published already stays as it is.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:published, and not blocked",
            "1:something was rejected, or is blocked by a policy",
            "2:wrong options, or the file cannot be read",
            "4:accepted but not decided yet",
            "5:the catalog does not answer"
        })
public final class PublishCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE|FOLDER",
            description =
                    "A contract, a domain or a template in YAML or JSON, or a folder: then every one in it and below, domains"
                            + " first, contracts after their inputs.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Mixin
    private final CatalogOptions options = new CatalogOptions();

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "A repeated submission with the same key is the same submission.")
    private @Nullable String idempotencyKey;

    @Option(
            names = "--if-match",
            paramLabel = "REVISION",
            converter = Revision.class,
            description =
                    "Only when the product, or the domain, is still at this revision: `mesh show -o json` tells it.")
    private @Nullable Long revision;

    @Option(
            names = "--wait",
            defaultValue = "10",
            paramLabel = "SECONDS",
            description = "How long to wait for policies and quality, 0 for not at all. Default: ${DEFAULT-VALUE}.")
    private int wait = 10;

    /** As a number, or as the entity tag that REST answers with. */
    static final class Revision implements ITypeConverter<Long> {

        private static final Pattern WRITTEN = Pattern.compile("\"?(\\d{1,18})\"?");

        @Override
        public Long convert(String text) {
            var matcher = WRITTEN.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException("`" + text + "`: write a revision such as 7");
            }
            return Long.valueOf(matcher.group(1));
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        CatalogApi api = new CatalogApi(options.catalog());
        if (Files.isDirectory(file)) {
            return publishFolder(api);
        }
        try {
            Submission submission = Submission.of(
                    file, options.token(), Optional.ofNullable(idempotencyKey), Optional.ofNullable(revision));
            return tell(submit(submission, api), api);
        } catch (IOException e) {
            err().println(Unreadable.fileOrFolder(file));
            return ExitCode.USAGE;
        }
    }

    /** The name of a domain or template is part of the address; what is wrong with a contract, the catalog says. */
    private Decision submit(Submission submission, CatalogApi api) throws IOException {
        return switch (MeshDocument.read(file)) {
            case MeshDocument.DomainDescription(var domain) -> api.define(Definition.of(domain), submission);
            case MeshDocument.ContractTemplate _
            when revision != null ->
                throw new ParameterException(
                        spec.commandLine(),
                        "--if-match is for contracts and domains; a version of a template never changes");
            case MeshDocument.ContractTemplate(var template) -> api.define(Definition.of(template), submission);
            case MeshDocument.Invalid(var kind, var problems)
            when kind != MeshDocument.Kind.CONTRACT ->
                new Decision.Rejected("not a valid " + kind.words(), Problems.of(problems));
            case MeshDocument.Contract _, MeshDocument.Invalid _ -> api.submit(submission);
        };
    }

    private int publishFolder(CatalogApi api) {
        if (idempotencyKey != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--idempotency-key is for one contract; a folder can be published again as it is");
        }
        if (revision != null) {
            throw new ParameterException(
                    spec.commandLine(), "--if-match is for one contract or domain, not for a folder");
        }
        try {
            ContractFolder folder = ContractFolder.read(file);
            return new FolderPublication(api, options.token(), Duration.ofSeconds(wait), out(), err()).publish(folder);
        } catch (IOException | UncheckedIOException e) {
            err().println(Unreadable.fileOrFolder(file));
            return ExitCode.USAGE;
        }
    }

    private int tell(Decision decision, CatalogApi api) {
        return switch (decision) {
            case Decision.Published published -> {
                out().println(file + ": published " + published.what());
                published.warnings().lines(file).forEach(out()::println);
                yield wait > 0 ? tellListing(published, api) : ExitCode.OK;
            }
            case Decision.Defined(var definition) -> {
                out().println(file + ": " + definition.done());
                yield ExitCode.OK;
            }
            case Decision.Rejected rejected -> {
                err().println(file + ": rejected: " + rejected.why());
                rejected.problems().lines(file).forEach(err()::println);
                if (rejected.problems().isLong()) {
                    err().println(file + ": rejected, " + rejected.problems().count());
                }
                yield ExitCode.REFUSED;
            }
            case Decision.Pending pending -> {
                out().println(file + ": accepted, not decided yet; ask again at " + pending.location());
                yield ExitCode.PENDING;
            }
            case Decision.Unreachable unreachable -> {
                err().println(NoAnswer.sentence("catalog", options.catalog(), unreachable.reason()));
                yield ExitCode.UNREACHABLE;
            }
        };
    }

    private int tellListing(Decision.Published published, CatalogApi api) {
        Optional<Listing> found = api.listing(published, options.token(), Duration.ofSeconds(wait));
        if (found.isEmpty()) {
            out().println("Policies and quality have not spoken yet; see " + api.page(published));
            return ExitCode.OK;
        }
        Listing listing = found.get();
        out().println(listing.headline());
        String notChecked = NotChecked.reason(
                new ApiClient("catalog", options.catalog(), options.token()),
                new ProductName(published.productId(), published.version()),
                listing.quality());
        if (!notChecked.isEmpty()) {
            out().println("  quality: " + notChecked);
        }
        listing.reasons().forEach(reason -> {
            out().println("  " + reason.code() + ": " + reason.message());
            if (!reason.remediation().isEmpty()) {
                out().println("    " + reason.remediation());
            }
        });
        out().println(api.page(published));
        return listing.isBlocked() ? ExitCode.REFUSED : ExitCode.OK;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
