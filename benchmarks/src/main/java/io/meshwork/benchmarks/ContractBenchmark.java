package io.meshwork.benchmarks;

import io.meshwork.benchmarks.table.Figure;
import io.meshwork.benchmarks.table.Report;
import io.meshwork.benchmarks.table.Spread;
import io.meshwork.contract.change.Change;
import io.meshwork.contract.change.ContractChanges;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;
import io.meshwork.contract.write.OdcsWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "contract",
        description = "Reading, comparing and writing a contract of the Open Data Contract Standard with 200 fields.")
final class ContractBenchmark extends Measurement {

    private static final double READ_GOAL = 5;
    private static final double DIFF_GOAL = 2;

    @Option(names = "--fields", description = "Fields of the contract; default ${DEFAULT-VALUE}.")
    private int fields = 200;

    @Option(
            names = "--rounds",
            description = "How often each is timed, after as many to warm up; default ${DEFAULT-VALUE}.")
    private int rounds = 2_000;

    @Override
    Report measure(Path folder) {
        byte[] before = contract("1.0.0", "string").getBytes(StandardCharsets.UTF_8);
        byte[] after = contract("2.0.0", "integer").getBytes(StandardCharsets.UTF_8);
        DataProduct old = read(before);
        DataProduct changed = read(after);
        verify(ContractChanges.between(old, changed));

        Spread yaml = timed(() ->
                new Load(LoadSettings.builder().build()).loadFromString(new String(before, StandardCharsets.UTF_8)));
        Spread read = timed(() -> read(before));
        Spread diff = timed(() -> ContractChanges.between(old, changed));
        Spread write = timed(() -> OdcsWriter.write(old));
        return new Report(
                "contract: ODCS v3.1.0 in YAML with " + fields + " fields, " + before.length / 1024 + " KiB, "
                        + fields / 10 + " of them changed",
                "the same text loaded into maps by snakeyaml-engine, with nothing checked",
                List.of(
                        Figure.of("read and validated, median", "%.2f ms", read.median())
                                .against(yaml.median())
                                .below(READ_GOAL),
                        Figure.of("read and validated, p99", "%.2f ms", read.quantile(0.99))
                                .against(yaml.quantile(0.99))
                                .withoutGoal(),
                        Figure.of("compared, median", "%.3f ms", diff.median())
                                .against(yaml.median())
                                .below(DIFF_GOAL),
                        Figure.of("compared, p99", "%.3f ms", diff.quantile(0.99))
                                .against(yaml.quantile(0.99))
                                .withoutGoal(),
                        Figure.of("written, median", "%.2f ms", write.median())
                                .against(yaml.median())
                                .withoutGoal()),
                List.of(rounds + " rounds each on one thread, after as many to warm up."));
    }

    private Spread timed(Supplier<?> work) {
        long[] nanos = new long[rounds];
        for (int round = -rounds; round < rounds; round++) {
            long begin = System.nanoTime();
            Object made = work.get();
            long end = System.nanoTime();
            if (made == null) {
                throw new WorkNotDoneException("nothing came of it");
            }
            if (round >= 0) {
                nanos[round] = end - begin;
            }
        }
        return Spread.ofNanos(nanos);
    }

    private static DataProduct read(byte[] document) {
        return switch (new ContractReader().read(document)) {
            case ReadResult.Accepted accepted -> accepted.product();
            case ReadResult.Refused refused -> throw new WorkNotDoneException(String.valueOf(refused.problems()));
        };
    }

    private void verify(List<Change> changes) {
        if (changes.size() != fields / 10) {
            throw new WorkNotDoneException(changes.size() + " changes were found, not " + fields / 10);
        }
    }

    /** Every tenth field has the type that differs. */
    private String contract(String version, String tenth) {
        String properties = IntStream.range(0, fields)
                .mapToObj(i -> """
                              - name: field_%1$d
                                physicalName: f_%1$d
                                logicalType: %2$s
                                physicalType: varchar(40)
                                description: What the source system says about matter number %1$d
                                required: %3$s
                                classification: internal
                                tags: [matter, source]
                        """.formatted(i, i % 10 == 0 ? tenth : "string", i % 2 == 0))
                .collect(Collectors.joining());
        return """
                apiVersion: v3.1.0
                kind: DataContract
                id: shop.orders
                name: orders
                domain: shop
                version: %s
                status: active
                description: {purpose: Orders of the shop, usage: Any analysis}
                team: {name: shop-team, members: [{username: anna@example.com, role: owner}]}
                servers:
                  - {server: lake, type: s3, location: s3://shop/orders, format: parquet}
                slaProperties:
                  - {property: latency, value: 4, unit: h}
                schema:
                  - name: orders
                    physicalName: t_orders
                    quality:
                      - {name: rows, metric: rowCount, mustBeGreaterThan: 0}
                    properties:
                %s""".formatted(version, properties.indent(-2).stripTrailing() + "\n");
    }
}
