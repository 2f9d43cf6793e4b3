package io.meshwork.cli.publish;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.connection.LocalDefaults;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mesh publish}: one contract, and what the catalog decided. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description =
                "Submits a data product contract to the catalog and waits for its decision and for what policies and quality say.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:published, and not blocked",
            "1:rejected, or blocked by a policy",
            "2:wrong options, or the file cannot be read",
            "4:accepted but not decided yet",
            "5:the catalog does not answer"
        })
public final class PublishCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A contract in YAML or JSON.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--catalog",
            paramLabel = "URL",
            description = {
                "The catalog service (MESH_CATALOG, or the local mesh at MESH_PORT_BASE).",
                "Default: ${DEFAULT-VALUE}."
            })
    @SuppressWarnings("NullAway.Init") // set by picocli
    private URI catalog;

    @Option(
            names = "--token",
            defaultValue = "${env:MESH_TOKEN:-" + Option.NULL_VALUE + "}",
            paramLabel = "TOKEN",
            description = "OIDC token to submit with; better given as MESH_TOKEN, which other users cannot see.")
    private @Nullable String token;

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "A repeated submission with the same key is the same submission.")
    private @Nullable String idempotencyKey;

    @Option(
            names = "--wait",
            defaultValue = "10",
            paramLabel = "SECONDS",
            description = "How long to wait for policies and quality, 0 for not at all. Default: ${DEFAULT-VALUE}.")
    private int wait = 10;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        requireHttp();
        byte[] document;
        try {
            document = Files.readAllBytes(file);
        } catch (IOException e) {
            err().println("Cannot read " + file + " (" + e.getMessage() + "); check the path.");
            return ExitCode.USAGE;
        }
        var submission = new Submission(
                document,
                file.toString().endsWith(".json") ? "application/json" : "application/yaml",
                Optional.ofNullable(token),
                Optional.ofNullable(idempotencyKey));
        return tell(new CatalogApi(catalog).submit(submission));
    }

    private void requireHttp() {
        if (catalog.getHost() == null || !List.of("http", "https").contains(catalog.getScheme())) {
            throw new ParameterException(
                    spec.commandLine(), "--catalog `" + catalog + "`: write an address such as http://127.0.0.1:7080");
        }
    }

    private int tell(Decision decision) {
        return switch (decision) {
            case Decision.Published published -> {
                out().println(file + ": published " + published.what());
                published.warnings().forEach(warning -> out().println(warning.text(file)));
                yield wait > 0 ? tellListing(published) : ExitCode.OK;
            }
            case Decision.Rejected rejected -> {
                err().println(file + ": rejected: " + rejected.reason());
                rejected.problems().forEach(problem -> err().println(problem.text(file)));
                yield ExitCode.REFUSED;
            }
            case Decision.Pending pending -> {
                out().println(file + ": accepted, not decided yet; ask again at " + pending.location());
                yield ExitCode.PENDING;
            }
            case Decision.Unreachable unreachable -> {
                err().println("The catalog at " + catalog + " does not answer as it should (" + unreachable.reason()
                        + "); check the address and that the mesh runs: mesh status, mesh up.");
                yield ExitCode.UNREACHABLE;
            }
        };
    }

    private int tellListing(Decision.Published published) {
        CatalogApi api = new CatalogApi(catalog);
        Optional<Listing> found = api.listing(published, Optional.ofNullable(token), Duration.ofSeconds(wait));
        if (found.isEmpty()) {
            out().println("Policies and quality have not spoken yet; see " + api.page(published));
            return ExitCode.OK;
        }
        Listing listing = found.get();
        out().println(listing.headline());
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
