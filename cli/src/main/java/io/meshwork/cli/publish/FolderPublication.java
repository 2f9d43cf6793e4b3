package io.meshwork.cli.publish;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.publish.ContractFolder.Product;
import io.meshwork.cli.publish.ContractFolder.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Publishes a folder: domains and templates, then products after their inputs, the versions of one in their order, the rest side by side. */
final class FolderPublication {

    /** Submissions on their way at a time; the catalog decides them in batches. */
    private static final int AT_ONCE = 64;

    private final CatalogApi api;
    private final Optional<String> token;
    private final Duration wait;
    private final PrintWriter out;
    private final PrintWriter err;
    private final List<Decision.Published> published = new ArrayList<>();
    private final long started = System.nanoTime();
    private int total;
    private int done;
    private final Map<String, Integer> defined = new TreeMap<>();
    private int unchanged;
    private int rejected;
    private int pending;
    private Decision.@Nullable Unreachable unreachable;

    FolderPublication(CatalogApi api, Optional<String> token, Duration wait, PrintWriter out, PrintWriter err) {
        this.api = api;
        this.token = token;
        this.wait = wait;
        this.out = out;
        this.err = err;
    }

    /** @return exit code */
    int publish(ContractFolder folder) {
        total = folder.definitions().size()
                + folder.versions()
                + folder.invalid().size();
        if (total == 0) {
            err.println(
                    "There is nothing to publish in the folder; contracts are YAML or JSON files whose `kind` is DataContract or"
                            + " DataProduct, domains those whose `kind` is Domain, templates those whose `kind` is"
                            + " ContractTemplate.");
            return ExitCode.USAGE;
        }
        folder.invalid().forEach((file, problems) -> {
            Problems found = Problems.of(problems);
            tell(file + ": not valid: " + found.count());
            found.lines(file).forEach(line -> err.println("  " + line));
            rejected++;
        });
        folder.definitions().forEach(this::define);
        submitAll(folder);
        int blocked = unreachable == null && wait.isPositive() ? tellListings() : 0;
        return end(blocked);
    }

    private void define(Path file, Definition definition) {
        if (isOver()) {
            return;
        }
        try {
            take(file, api.define(definition, Submission.of(file, token)));
        } catch (IOException e) {
            take(file, new Decision.Rejected("the file cannot be read any more", new Problems(List.of())));
        }
    }

    private void submitAll(ContractFolder folder) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            for (List<Product> level : folder.inOrder()) {
                CompletableFuture.allOf(level.stream()
                                .map(product -> CompletableFuture.runAsync(
                                        () -> product.versions().forEach(this::submit), threads))
                                .toArray(CompletableFuture[]::new))
                        .join();
            }
        }
    }

    private void submit(Version version) {
        if (isOver()) {
            return;
        }
        try {
            take(version.file(), api.submit(Submission.of(version.file(), token)));
        } catch (IOException e) {
            take(version.file(), new Decision.Rejected("the file cannot be read any more", new Problems(List.of())));
        }
    }

    /** A catalog that is away would refuse the others too. */
    private synchronized boolean isOver() {
        return unreachable != null;
    }

    private synchronized void take(Path file, Decision decision) {
        switch (decision) {
            case Decision.Published one -> {
                tell("published " + one.what());
                one.warnings().lines(file).forEach(line -> out.println("  " + line));
                published.add(one);
                unchanged += one.unchanged() ? 1 : 0;
            }
            case Decision.Defined(var definition) -> {
                tell(definition.done());
                defined.merge(definition.what(), 1, Integer::sum);
            }
            case Decision.Rejected one -> {
                tell(file + ": rejected: " + one.why());
                one.problems().lines(file).forEach(line -> err.println("  " + line));
                rejected++;
            }
            case Decision.Pending one -> {
                tell(file + ": accepted, not decided yet; ask again at " + one.location());
                pending++;
            }
            case Decision.Unreachable one -> unreachable = one;
        }
        out.flush();
    }

    private void tell(String what) {
        done++;
        out.printf(Locale.ROOT, "[%d/%d] %s%n", done, total, what);
    }

    /** @return how many are blocked */
    private int tellListings() {
        long end = System.nanoTime() + wait.toNanos();
        int blocked = 0;
        int open = 0;
        for (Decision.Published one : published) {
            Optional<Listing> listing = one.unchanged()
                    ? Optional.empty()
                    : api.listing(one, token, Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            if (listing.filter(Listing::isBlocked).isPresent()) {
                blocked++;
                out.println(one.what() + ": " + listing.get().headline());
                listing.get().reasons().forEach(reason -> out.println("  " + reason.code() + ": " + reason.message()));
            }
            open += listing.isEmpty() && !one.unchanged() ? 1 : 0;
        }
        if (open > 0) {
            out.println("Policies and quality have not spoken about " + open + " of them yet.");
        }
        return blocked;
    }

    private int end(int blocked) {
        int contracts =
                total - defined.values().stream().mapToInt(Integer::intValue).sum();
        String definitions = defined.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey() + (entry.getValue() == 1 ? "" : "s") + ", ")
                .collect(Collectors.joining());
        double seconds = (System.nanoTime() - started) / 1e9;
        out.printf(
                Locale.ROOT,
                "%d %s in %.1f s: %s%d published, %d unchanged, %d rejected, %d blocked, %d not decided yet%n",
                contracts,
                contracts == 1 ? "contract" : "contracts",
                seconds,
                definitions,
                published.size() - unchanged,
                unchanged,
                rejected,
                blocked,
                pending);
        out.flush();
        if (unreachable != null) {
            err.println("Stopped after " + done + " of " + total + ": the catalog does not answer ("
                    + unreachable.reason()
                    + "). Publish the folder again when it does: what is published stays as it is.");
            return ExitCode.UNREACHABLE;
        }
        return rejected + blocked > 0 ? ExitCode.REFUSED : pending > 0 ? ExitCode.PENDING : ExitCode.OK;
    }
}
