package io.meshwork.benchmarks;

import io.meshwork.benchmarks.mesh.Drain;
import io.meshwork.benchmarks.mesh.FinalListings;
import io.meshwork.benchmarks.mesh.MeasuredMesh;
import io.meshwork.benchmarks.mesh.Products;
import io.meshwork.benchmarks.mesh.Submission;
import io.meshwork.benchmarks.mesh.Wire;
import io.meshwork.benchmarks.table.Figure;
import io.meshwork.benchmarks.table.Report;
import io.meshwork.benchmarks.table.Spread;
import io.meshwork.local.MeshService;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "latency",
        description = "From submission to final listing at a steady rate, a small CSV scored for each product.")
final class LatencyBenchmark extends Measurement {

    private static final double GOAL_P50 = 60;
    private static final double GOAL_P99 = 300;

    /** Code gets warm by the number of products, whatever the rate at which they are measured. */
    private static final int WARM_UP_PRODUCTS = 1_000;

    private static final int WARM_UP_RATE = 50;
    private static final int BASELINE_SECONDS = 10;

    @Option(names = "--seconds", description = "How long is measured; default ${DEFAULT-VALUE}.")
    private int seconds = 20;

    @Option(names = "--rate", description = "Submissions per second; default ${DEFAULT-VALUE}.")
    private int rate = 50;

    @Override
    Report measure(Path folder) throws Exception {
        try (MeasuredMesh mesh = MeasuredMesh.start(folder, Set.of(MeshService.values()))) {
            Wire wire = mesh.wire();
            say("Warming up");
            var unused = throughMesh(
                    mesh,
                    new OpenLoop(mesh, WARM_UP_RATE),
                    new Products("warm").withData(wire, WARM_UP_PRODUCTS, mesh.data()));
            OpenLoop loop = new OpenLoop(mesh, rate);
            List<Submission> measured = new Products("timed").withData(wire, rate * seconds, mesh.data());
            say("Raw round trip");
            Spread raw = throughBroker(mesh, loop, measured.subList(0, rate * Math.min(seconds, BASELINE_SECONDS)));
            say("Whole mesh");
            Spread listed = throughMesh(mesh, loop, measured);
            return new Report(
                    "latency: submission by record to final listing at " + rate + "/s for " + seconds
                            + " s, a CSV file of 100 rows scored for each",
                    "the same records produced and consumed by kafka-clients at the same rate",
                    List.of(
                            figure("p50", 0.5, listed, raw).below(GOAL_P50),
                            figure("p90", 0.9, listed, raw).withoutGoal(),
                            figure("p99", 0.99, listed, raw).below(GOAL_P99),
                            figure("max", 1, listed, raw).withoutGoal()),
                    List.of("Open loop: each submission counts from when it was due, not from when it was sent; "
                            + measured.size() + " distinct products have a final listing."));
        }
    }

    private static Figure.Against figure(String name, double share, Spread value, Spread baseline) {
        return Figure.of(name, "%.1f ms", value.quantile(share)).against(baseline.quantile(share));
    }

    private Spread throughMesh(MeasuredMesh mesh, OpenLoop loop, List<Submission> submissions) throws Exception {
        try (FinalListings listings = new FinalListings(mesh)) {
            long begin = loop.send(MeasuredMesh.topic("product.submitted"), submissions);
            var unused = Drain.watch(listings::count, 0, submissions.size(), "final listings");
            return loop.spread(submissions, begin, listings.arrivals());
        }
    }

    private Spread throughBroker(MeasuredMesh mesh, OpenLoop loop, List<Submission> submissions) throws Exception {
        try (Arrivals raw = Arrivals.raw(mesh, "raw")) {
            long begin = loop.send("raw", submissions);
            var unused = Drain.watch(raw::count, 0, submissions.size(), "raw records");
            return loop.spread(submissions, begin, raw.arrivals());
        }
    }
}
