package io.meshwork.benchmarks;

import io.meshwork.benchmarks.mesh.Drain;
import io.meshwork.benchmarks.mesh.FinalListings;
import io.meshwork.benchmarks.mesh.MeasuredMesh;
import io.meshwork.benchmarks.mesh.Products;
import io.meshwork.benchmarks.mesh.Submission;
import io.meshwork.benchmarks.mesh.Wire;
import io.meshwork.benchmarks.table.Figure;
import io.meshwork.benchmarks.table.Report;
import io.meshwork.local.MeshService;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "mesh",
        description =
                "The whole mesh from submission to final listing, in products per second, without data and with small files.")
final class MeshBenchmark extends Measurement {

    private static final double GOAL_WITHOUT_DATA = 1_000;
    private static final double GOAL_WITH_DATA = 150;
    private static final int WARM_UP = 15_000;
    private static final int WARM_UP_WITH_DATA = 3_000;

    @Option(names = "--without-data", description = "Products without data to check; default ${DEFAULT-VALUE}.")
    private int withoutData = 20_000;

    @Option(names = "--with-data", description = "Products with a CSV file each; default ${DEFAULT-VALUE}.")
    private int withData = 4_000;

    @Override
    Report measure(Path folder) throws Exception {
        try (MeasuredMesh mesh = MeasuredMesh.start(folder, Set.of(MeshService.values()))) {
            Wire wire = mesh.wire();
            say("Warming up");
            throughMesh(mesh, new Products("warm").withoutData(wire, WARM_UP));
            throughMesh(mesh, new Products("warm-files").withData(wire, WARM_UP_WITH_DATA, mesh.data()));
            say("Without data");
            List<Submission> plain = new Products("plain").withoutData(wire, withoutData);
            Drain listed = throughMesh(mesh, plain);
            Drain raw = throughBroker(mesh, plain);
            say("With small files");
            List<Submission> files = new Products("files").withData(wire, withData, mesh.data());
            Drain scored = throughMesh(mesh, files);
            return new Report(
                    "whole mesh: submission by record to final listing, " + withoutData + " products without data, "
                            + withData + " with a CSV file of 100 rows",
                    "the same submissions produced and consumed by kafka-clients, doing nothing else",
                    List.of(
                            Figure.of("products listed, no data", "%.0f/s", listed.perSecond())
                                    .against(raw.perSecond())
                                    .atLeast(GOAL_WITHOUT_DATA),
                            Figure.of("products listed, small files", "%.0f/s", scored.perSecond())
                                    .against(raw.perSecond())
                                    .atLeast(GOAL_WITH_DATA)),
                    List.of(
                            "From the first send until the last of the distinct products has a final listing at a consumer: "
                                    + "%.1f s and %.1f s.".formatted(seconds(listed), seconds(scored))));
        }
    }

    private static double seconds(Drain drain) {
        return drain.time().toNanos() / 1e9;
    }

    static Drain throughMesh(MeasuredMesh mesh, List<Submission> submissions) throws Exception {
        try (FinalListings listings = new FinalListings(mesh)) {
            return send(mesh, MeasuredMesh.topic("product.submitted"), submissions, listings::count, "final listings");
        }
    }

    private static Drain throughBroker(MeasuredMesh mesh, List<Submission> submissions) throws Exception {
        try (Arrivals raw = Arrivals.raw(mesh, "raw")) {
            return send(mesh, "raw", submissions, raw::count, "raw records");
        }
    }

    private static Drain send(
            MeasuredMesh mesh, String topic, List<Submission> submissions, LongSupplier count, String what)
            throws InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer = mesh.producer()) {
            producer.partitionsFor(topic);
            Thread sender = Thread.ofPlatform()
                    .start(() ->
                            submissions.forEach(s -> producer.send(new ProducerRecord<>(topic, s.key(), s.value()))));
            Drain drain = Drain.watch(count, 0, submissions.size(), what);
            sender.join();
            return drain;
        }
    }
}
