package io.meshwork.cli.quality;

import io.meshwork.cli.Unreadable;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;
import io.meshwork.quality.engine.DataFile;
import io.meshwork.quality.engine.Engines;
import io.meshwork.quality.engine.Ports;
import io.meshwork.quality.engine.Ports.Place;
import io.meshwork.quality.engine.duckdb.DuckDbEngine;
import io.meshwork.quality.engine.duckdb.DuckDbEngines;
import io.meshwork.quality.engine.duckdb.DuckDbSettings;
import io.meshwork.quality.examination.Examination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks contracts on the files of this machine; an engine for each folder that data lies under. */
final class LocalExamination implements AutoCloseable {

    private static final String ELSEWHERE = "`mesh quality run` reads files only, the quality service checks tables and"
            + " topics through the connections and brokers of its settings";

    private final @Nullable Path root;
    private final Path workingFolder;
    private final ContractReader reader = new ContractReader();
    private final Map<Path, DuckDbEngine> engines = new HashMap<>();
    private @Nullable DuckDbEngines shared;
    private final GivenProducts given = new GivenProducts();

    /**
     * @param root under which the data lies; null for the folder of each contract, or the nearest one above it, up to the working
     *     folder, in which its files are
     */
    LocalExamination(@Nullable Path root, Path workingFolder) {
        this.root = root;
        this.workingFolder = workingFolder.toAbsolutePath().normalize();
    }

    /** Each of them may compare with the data of the others. */
    List<LocalRun> run(List<Path> contracts) {
        given.forget();
        contracts.forEach(contract -> product(contract).ifPresent(given::add));
        return contracts.stream().map(this::run).toList();
    }

    /** Empty for what cannot be read, which its own run tells. */
    private Optional<DataProduct> product(Path contract) {
        try {
            return reader.read(Files.readAllBytes(contract)) instanceof ReadResult.Accepted accepted
                    ? Optional.of(accepted.product())
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    LocalRun run(Path contract) {
        byte[] document;
        try {
            document = Files.readAllBytes(contract);
        } catch (IOException e) {
            return new LocalRun.Unusable(contract.toString(), Unreadable.file(contract));
        }
        return switch (reader.read(document)) {
            case ReadResult.Refused(var problems) -> new LocalRun.Invalid(contract.toString(), problems);
            case ReadResult.Accepted accepted -> run(contract, accepted.product());
        };
    }

    private LocalRun run(Path contract, DataProduct product) {
        try {
            Path folder = root(contract, product);
            if (!Files.isDirectory(folder)) {
                return new LocalRun.Unusable(
                        contract.toString(),
                        contract + ": there is no folder " + folder + "; --root names the folder of the data");
            }
            DuckDbEngine engine = engines.computeIfAbsent(folder, this::engine);
            return new LocalRun.Checked(
                    contract.toString(),
                    product.id(),
                    product.version(),
                    new Examination(Engines.ofFiles(engine, ELSEWHERE), given).examine(product, List.of()));
        } catch (IllegalArgumentException unusable) {
            return new LocalRun.Unusable(contract.toString(), contract + ": " + unusable.getMessage());
        }
    }

    private DuckDbEngine engine(Path folder) {
        DuckDbSettings settings = DuckDbSettings.under(folder);
        if (shared == null) {
            shared = new DuckDbEngines(settings);
        }
        return shared.at(folder);
    }

    private Path root(Path contract, DataProduct product) {
        if (root != null) {
            return root.toAbsolutePath().normalize();
        }
        Path own = contract.toAbsolutePath().normalize().getParent();
        for (Path folder = own; folder != null && folder.startsWith(workingFolder); folder = folder.getParent()) {
            if (locations(product).map(folder::resolve).anyMatch(Files::isRegularFile)) {
                return folder;
            }
        }
        return own == null ? Path.of("/") : own;
    }

    /** Of the files that the contract names. */
    private static Stream<String> locations(DataProduct product) {
        return datasets(product)
                .flatMap(dataset -> Ports.find(product, dataset) instanceof Place.At(DataFile file)
                        ? Stream.of(file.location().replaceFirst("^file:/*", "/"))
                        : Stream.empty());
    }

    /** The contract, and the files it names; of a contract that cannot be read, which the run tells, only itself. */
    Set<Path> files(Path contract) {
        Set<Path> files = new LinkedHashSet<>(List.of(contract));
        try {
            if (reader.read(Files.readAllBytes(contract)) instanceof ReadResult.Accepted accepted) {
                Path folder = root(contract, accepted.product());
                locations(accepted.product()).map(folder::resolve).forEach(files::add);
            }
        } catch (IOException | InvalidPathException e) {
            return files;
        }
        return files;
    }

    private static Stream<String> datasets(DataProduct product) {
        return Stream.concat(
                        product.schema().stream().map(Dataset::name),
                        product.qualityChecks().stream().map(check -> check.dataset()))
                .distinct();
    }

    @Override
    public void close() {
        engines.values().forEach(DuckDbEngine::close);
        if (shared != null) {
            shared.close();
        }
    }
}
