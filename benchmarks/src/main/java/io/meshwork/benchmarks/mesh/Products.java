package io.meshwork.benchmarks.mesh;

import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;
import io.meshwork.events.ProductPublished;
import io.meshwork.events.ProductSubmitted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Products by the number, of twenty domains, with contracts as a domain team writes them. */
public final class Products {

    private static final int DOMAINS = 20;
    private static final int ROWS = 100;

    private final String series;

    /** @param series tells these products from those of another series; part of their names */
    public Products(String series) {
        this.series = series;
    }

    private static String domain(int number) {
        return "domain-" + number % DOMAINS;
    }

    private String name(int number) {
        return series + "-" + number;
    }

    private String contract(int number, String location) {
        return """
                apiVersion: meshwork.io/v1
                kind: DataProduct
                metadata:
                  name: %2$s
                  domain: %1$s
                  owner: %1$s-team@example.com
                  version: 1.0.0
                spec:
                  description: Orders of the %1$s domain
                  classification: internal
                  sla:
                    freshness: 1 hour
                    availability: 99.9%%
                  schema:
                    - name: id
                      type: string
                      description: Id of the order
                    - name: total
                      type: decimal
                      description: Price of the order
                  outputs:
                    - name: files
                      format: csv
                      location: %3$s
                    - name: stream
                      format: kafka
                      location: kafka://broker/%1$s.%2$s
                  governance:
                    retention: 3 years
                    access_policy: domain-internal
                  quality_checks:
                    - name: completeness
                      column: total
                      threshold: 0.9
                    - name: uniqueness
                      column: id
                      threshold: 1.0
                """.formatted(domain(number), name(number), location);
    }

    /** Their data lies where the quality service cannot look. */
    public List<Submission> withoutData(Wire wire, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> submission(wire, n, "s3://bucket/" + name(n) + ".csv"))
                .toList();
    }

    /** Contracts without data as files, a folder for each domain. */
    public void write(Path folder, int count) throws IOException {
        for (int n = 0; n < count; n++) {
            Path domain = Files.createDirectories(folder.resolve(domain(n)));
            Files.writeString(domain.resolve(name(n) + ".yaml"), contract(n, "s3://bucket/" + name(n) + ".csv"));
        }
    }

    /** Each with a CSV file of a hundred rows in the folder. */
    public List<Submission> withData(Wire wire, int count, Path folder) throws IOException {
        String rows = IntStream.range(0, ROWS)
                .mapToObj(i -> "o-" + i + "," + i + ".50\n")
                .collect(Collectors.joining("", "id,total\n", ""));
        List<Submission> submissions = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            String file = name(n) + ".csv";
            Files.writeString(folder.resolve(file), rows);
            submissions.add(submission(wire, n, file));
        }
        return submissions;
    }

    private Submission submission(Wire wire, int number, String location) {
        ProductSubmitted value = ProductSubmitted.newBuilder()
                .setDocument(contract(number, location))
                .build();
        return new Submission(
                domain(number) + "." + name(number), wire.encode(MeasuredMesh.topic("product.submitted"), value));
    }

    /** As the catalog announces them; every fourth has no description. */
    public ProductPublished published(int number) {
        String description = "  description: Orders of the " + domain(number) + " domain\n";
        String document = contract(number, name(number) + ".csv");
        if (!(new ContractReader().read(number % 4 == 0 ? document.replace(description, "") : document)
                instanceof ReadResult.Accepted accepted)) {
            throw new IllegalStateException("our own contract is refused");
        }
        var product = accepted.product();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return ProductPublished.newBuilder()
                .setProductId(product.id())
                .setDomain(product.domain())
                .setName(product.name())
                .setVersion(product.version())
                .setTitle(product.title())
                .setDescription(product.description())
                .setType("source")
                .setLifecycle("production")
                .setClassification(product.classification())
                .setOwnerTeam(product.owner().team())
                .setOwnerContact(product.owner().contact())
                .setTags(product.tags())
                .setContract(accepted.canonicalJson())
                .setContentHash(accepted.contentHash())
                .setRevision(1)
                .setSubmissionId(new UUID(0, number))
                .setPrincipal("local")
                .setSubmittedAt(now)
                .setPublishedAt(now)
                .build();
    }
}
