package io.meshwork.e2e;

import static io.meshwork.e2e.RunningMesh.SOON;
import static io.meshwork.e2e.RunningMesh.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.events.PolicyEvaluated;
import io.meshwork.events.ProductListing;
import io.meshwork.events.ProductPublished;
import io.meshwork.events.ProductRejected;
import io.meshwork.events.ProductSubmitted;
import io.meshwork.events.ProductUpdate;
import io.meshwork.events.QualityScored;
import io.meshwork.local.MeshService;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a contract to a listed data product, over the whole running mesh. */
class PublishIT {

    private static RunningMesh mesh;

    @BeforeAll
    static void startMesh() throws Exception {
        mesh = RunningMesh.start(false, Map.of());
    }

    @AfterAll
    static void stopMesh() {
        mesh.close();
    }

    @Test
    void aCompliantProductWithGoodDataIsListed() throws Exception {
        Files.writeString(mesh.data.resolve("good.csv"), Contracts.csv(100));

        HttpResponse<String> answer = mesh.submit(Contracts.compliant("cart", "good"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var listing = mesh.await(
                "product.listing",
                ProductListing.class,
                "cart.good",
                l -> !l.getState().equals("pending"));
        assertThat(listing.value().getState()).isEqualTo("listed");
        assertThat(listing.value().getCompliance()).isEqualTo("compliant");
        assertThat(listing.value().getQuality()).isEqualTo("passed");
        assertThat(listing.value().getQualityScore()).isEqualTo(1.0);
    }

    @Test
    void everyEventIsACloudEventThatNamesItsCause() throws Exception {
        Files.writeString(mesh.data.resolve("traced.csv"), Contracts.csv(3));

        mesh.submit(Contracts.compliant("cart", "traced"));

        var published = mesh.await("product.published", ProductPublished.class, "cart.traced", p -> true);
        var evaluated = mesh.await("policy.evaluated", PolicyEvaluated.class, "cart.traced", p -> true);
        var scored = mesh.await("quality.scored", QualityScored.class, "cart.traced", p -> true);
        assertThat(header(published, "ce_type")).isEqualTo("io.meshwork.product.published.v1");
        assertThat(header(published, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(published, "content-type")).isEqualTo("application/avro");
        assertThat(header(evaluated, "ce_correlationid"))
                .isEqualTo(header(published, "ce_correlationid"))
                .isEqualTo(header(scored, "ce_correlationid"));
    }

    @Test
    void aProducerNeedsNothingButKafkaAndAvro() {
        var request = ProductSubmitted.newBuilder()
                .setDocument(Contracts.compliant("checkout", "by-record"))
                .build();

        mesh.send("product.submitted", "checkout.by-record", request);

        var published = mesh.await("product.published", ProductPublished.class, "checkout.by-record", p -> true);
        assertThat(published.value().getVersion()).isEqualTo("1.0.0");
        var scored = mesh.await("quality.scored", QualityScored.class, "checkout.by-record", s -> true);
        assertThat(scored.value().getStatus()).isEqualTo("not_checked");
        assertThat(scored.value().getReason()).contains("by-record.csv");
    }

    @Test
    void aMandatoryPolicyBlocksAndOpsHearOfIt() throws Exception {
        mesh.submit(Contracts.unclassified("checkout", "unclassified"));

        var listing = mesh.await(
                "product.listing",
                ProductListing.class,
                "checkout.unclassified",
                l -> !l.getState().equals("pending"));
        assertThat(listing.value().getState()).isEqualTo("blocked");
        assertThat(listing.value().getReasons())
                .anySatisfy(r -> assertThat(r.getCode()).contains("classification"));
        await().atMost(SOON)
                .until(() -> mesh.platform.slack().messages().stream()
                        .anyMatch(m -> m.payload().toString().contains("checkout.unclassified")));
    }

    @Test
    void aRejectionListsEveryProblemWithItsPlace() throws Exception {
        String broken = Contracts.compliant("cart", "broken")
                .replace("  schema:\n", "  schema:\n" + "    - {name: x, type: 12}\n".repeat(40));

        HttpResponse<String> answer = mesh.submit(broken);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        IntStream.range(0, 40).forEach(i -> assertThat(answer.body()).contains("\"/spec/schema/" + i + "/type\""));
        assertThat(answer.body()).contains("\"line\":").contains("\"column\":").contains("\"advice\":");
    }

    @Test
    void brokenYamlIsAnsweredWithItsPlace() throws Exception {
        HttpResponse<String> answer = mesh.submit("kind: DataProduct\nmetadata:\n  name: [a, b\n  domain: cart\n");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"line\":").contains("\"column\":");
    }

    @Test
    void anUnknownKindIsAnsweredWithTheKindsThereAre() throws Exception {
        HttpResponse<String> answer = mesh.submit("kind: Pizza\nmetadata: {name: a}\n");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Pizza").contains("DataProduct").contains("DataContract");
    }

    @Test
    void aDocumentOfTwoMegabytesIsTooLarge() throws Exception {
        HttpResponse<String> answer = mesh.submit("#" + "x".repeat(2 << 20));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void aDocumentThatWouldGrowWithoutBoundsIsRefused() throws Exception {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
        }

        HttpResponse<String> answer = mesh.submit(bomb.toString());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("alias");
    }

    @Test
    void aRecordThatBreaksTheContractIsRejectedByAnEvent() {
        mesh.send(
                "product.submitted",
                "cart.refused",
                ProductSubmitted.newBuilder().setDocument("kind: Nothing").build());

        var rejected = mesh.await("product.rejected", ProductRejected.class, "cart.refused", r -> true);
        assertThat(rejected.value().getProblems()).isNotEmpty();
    }

    @Test
    void consumersReadOfItOnTheFeed() throws Exception {
        mesh.submit(Contracts.compliant("cart", "fed"));

        var update = mesh.await(
                "product.updates",
                ProductUpdate.class,
                "cart.fed",
                u -> u.getKind().equals("published"));
        assertThat(update.value().getSubscriptions()).contains("marketing");
    }

    @Test
    void theSameRequestIsDecidedOnce() throws Exception {
        String document = Contracts.compliant("cart", "twice");

        HttpResponse<String> first = mesh.submit(document, "Idempotency-Key", "k-1");
        HttpResponse<String> second = mesh.submit(document, "Idempotency-Key", "k-1");
        HttpResponse<String> unchanged = mesh.submit(document);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(unchanged.statusCode()).isEqualTo(200);
        assertThat(mesh.read("product.published", ProductPublished.class).stream()
                        .filter(r -> r.key().equals("cart.twice")))
                .hasSize(1);
    }

    @Test
    void theListingsOfAProductCountUp() throws Exception {
        Files.writeString(mesh.data.resolve("ordered.csv"), Contracts.csv(5));

        mesh.submit(Contracts.compliant("cart", "ordered"));

        mesh.await(
                "product.listing",
                ProductListing.class,
                "cart.ordered",
                l -> l.getState().equals("listed"));
        var revisions = mesh.read("product.listing", ProductListing.class).stream()
                .filter(r -> r.key().equals("cart.ordered"))
                .map(r -> r.value().getRevision())
                .toList();
        assertThat(revisions).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aPathOutsideTheAllowedRootIsNotRead() throws Exception {
        mesh.submit(Contracts.compliant("cart", "outside").replace("outside.csv", "../../../../etc/passwd"));

        var scored = mesh.await("quality.scored", QualityScored.class, "cart.outside", s -> true);
        assertThat(scored.value().getStatus()).isEqualTo("not_checked");
        assertThat(scored.value().getReason()).isNotBlank();
    }

    @Test
    void everyServiceShowsItsHealthAndItsApi() throws Exception {
        for (MeshService service : MeshService.values()) {
            assertThat(mesh.get(service, "actuator/health/readiness").statusCode())
                    .isEqualTo(200);
            assertThat(mesh.get(service, "api/v1/openapi").body()).contains("\"/api/v1/");
            assertThat(mesh.get(service, "").statusCode()).isIn(200, 302);
        }
    }
}
