package io.meshwork.cli.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.cli.connection.ServiceStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people and scripts learn about a product, and what becomes of its versions. */
class ProductCommandsTest {

    private static final String PRODUCT = """
            {"id":"shop.orders","version":"2.0.0","title":"Orders","state":"listed_with_warnings","lifecycle":"production",
             "ownerTeam":"shop","compliance":"warnings","quality":"passed","qualityScore":0.9876,
             "reasons":[{"code":"tags/some","message":"no tags"}],
             "versionLives":[{"version":"1.0.0","stage":"deprecated","reason":"Version 2.0.0 breaks it.","successor":"2.0.0",
               "sunset":"2027-02-19T10:00:00Z","waitingFor":["finance"],"consumers":[{"name":"finance"},{"name":"crm"}]}]}
            """;

    private final ServiceStub catalog = new ServiceStub("--catalog");

    @AfterEach
    void stopCatalog() {
        catalog.close();
    }

    @Test
    void showsHowAProductStandsAndWhichVersionsWillNotStay() {
        catalog.answers("/api/v1/products/shop.orders", 200, PRODUCT);

        Mesh run = catalog.run("show", "shop.orders");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains(
                        "product      shop.orders 2.0.0 (Orders)",
                        "state        listed with warnings",
                        "quality      passed (98.76 %)",
                        "because      tags/some: no tags",
                        "deprecated   1.0.0, ends 2027-02-19T10:00:00Z, use 2.0.0, waiting for finance. Version 2.0.0 breaks it.");
    }

    @Test
    void saysWhyTheDataWasNotChecked() {
        catalog.answers("/api/v1/products/shop.orders", 200, """
                {"id":"shop.orders","version":"2.0.0","state":"listed","quality":"not_checked"}""");
        catalog.answers("/api/v1/products/shop.orders/versions/2.0.0", 200, """
                {"productId":"shop.orders","version":"2.0.0","score":{"status":"not_checked",
                 "reason":"there is no file orders.csv under the data root","checks":[]}}""");

        String told = "quality      not checked: there is no file orders.csv under the data root";
        assertThat(catalog.run("show", "shop.orders").out().lines()).contains(told);
        assertThat(catalog.run("show", "shop.orders@2.0.0").out().lines()).contains(told);
    }

    @Test
    void showsAProductWithoutTheReasonWhenNobodyCanSayIt() {
        catalog.answers("/api/v1/products/shop.orders", 200, """
                {"id":"shop.orders","version":"2.0.0","state":"listed","quality":"not_checked"}""");
        catalog.answers("/api/v1/products/shop.orders/versions/2.0.0", 503, "");

        Mesh run = catalog.run("show", "shop.orders");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines()).contains("quality      not checked");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void showsTheSameToPrograms() {
        catalog.answers("/api/v1/products/shop.orders", 200, PRODUCT);

        assertThat(catalog.run("show", "shop.orders", "-o", "yaml").out()).contains("version: 2.0.0");
        assertThat(catalog.run("show", "shop.orders", "-o", "json").out()).contains("\"version\" : \"2.0.0\"");
    }

    @Test
    void showsOneVersionWithItsVerdictAndScore() {
        catalog.answers("/api/v1/products/shop.orders/versions/1.0.0", 200, """
                {"productId":"shop.orders","version":"1.0.0","lifecycle":"production","publishedAt":"2026-01-01T00:00:00Z",
                 "principal":"anna","verdict":{"verdict":"violated","violations":[
                   {"policyId":"pii","rule":"classified","enforcement":"mandatory","message":"email is not classified"}]},
                 "score":{"status":"failed","overall":0.5,"checks":[
                   {"name":"ids","status":"failed","measured":3.0,"threshold":"= 0"}]}}""");

        assertThat(catalog.run("show", "shop.orders@1.0.0").out())
                .contains(
                        "published    2026-01-01T00:00:00Z by anna",
                        "mandatory    pii/classified: email is not classified",
                        "quality      failed (50.0 %)",
                        "failed       ids: 3.0, must be = 0");
    }

    @Test
    void tellsWhatAProductWentThrough() {
        catalog.answers("/api/v1/products/shop.orders/history", 200, """
                {"items":[{"revision":3,"at":"2026-02-02T00:00:00Z","happened":"acknowledged","version":"1.0.0","state":"listed",
                  "lifecycle":"production","compliance":"compliant","quality":"passed",
                  "detail":{"consumer":"crm","life":{"version":"0.9.0"}}},
                 {"revision":2,"at":"2026-02-01T00:00:00Z","happened":"judged","version":"1.0.0","state":"listed",
                  "lifecycle":"production","compliance":"compliant","quality":"passed","qualityScore":1.0}]}""");

        Mesh run = catalog.run("history", "shop.orders", "--as-of", "2026-03-01T00:00:00Z");

        assertThat(run.out().lines().toList().getLast())
                .matches("2 +2026-02-01T00:00:00Z +judged +1.0.0 +listed +production +compliant +passed 100.0 %");
        assertThat(run.out()).contains("acknowledged 0.9.0 by crm");
        assertThat(catalog.asked().getFirst()).contains("limit=20&asOf=2026-03-01T00%3A00%3A00Z");
    }

    @Test
    void drawsWhereDataComesFromAndGoesAsATree() {
        catalog.answers("/api/v1/products/shop.orders/lineage", 200, """
                {"roots":["product:shop.orders"],"truncated":false,"nodes":[
                  {"id":"product:shop.orders","kind":"product","product":"shop.orders","version":"2.0.0","inCatalog":true},
                  {"id":"product:shop.carts","kind":"product","product":"shop.carts","inCatalog":false},
                  {"id":"dataset:s3://lake:raw","kind":"dataset","namespace":"s3://lake","name":"raw"},
                  {"id":"product:crm.segments","kind":"product","product":"crm.segments","version":"1.0.0","inCatalog":true}],
                 "edges":[
                  {"from":"product:shop.carts","to":"product:shop.orders","source":"declared","certain":true},
                  {"from":"dataset:s3://lake:raw","to":"product:shop.carts","source":"observed","certain":true,
                   "job":{"namespace":"etl","name":"load"},"lastSeen":"2026-03-01T10:00:00Z"},
                  {"from":"product:shop.orders","to":"product:crm.segments","source":"declared","certain":false},
                  {"from":"product:crm.segments","to":"product:shop.orders","source":"declared","certain":true}]}""");

        Mesh run = catalog.run("lineage", "shop.orders", "--depth", "5", "--field", "customer id");

        assertThat(run.out().lines())
                .containsExactly(
                        "shop.orders 2.0.0",
                        "  made from",
                        "    shop.carts, not in the catalog  (declared)",
                        "      s3://lake:raw  (seen job etl/load 2026-03-01T10:00:00Z)",
                        "    crm.segments 1.0.0  (declared)",
                        "      shop.orders 2.0.0  (declared, perhaps, see above)",
                        "  used by",
                        "    crm.segments 1.0.0  (declared, perhaps)",
                        "      shop.orders 2.0.0  (declared, see above)");
        assertThat(catalog.asked().getLast()).contains("direction=both&depth=5&field=customer%20id");
    }

    @Test
    void tellsWhoIsHitWhenAFieldGoes() {
        catalog.answers("/api/v1/products/shop.orders/impact", 200, """
                {"productId":"shop.orders","field":"id","consumers":[{"team":"finance"},{"contact":"crm@example.com"}],
                 "hits":[{"productId":"crm.segments","version":"1.0.0","ownerTeam":"crm","ownerContact":"crm@example.com",
                   "distance":2,"certain":false,"consumers":[{"team":"sales"}]}],"truncated":false}""");

        Mesh run = catalog.run("impact", "shop.orders", "--field", "id");

        assertThat(run.out()).contains("Consumers that the contract names: finance, crm@example.com");
        assertThat(run.out().lines().toList().getLast())
                .matches("2 +crm.segments +1.0.0 +perhaps +crm +crm@example.com +sales");
    }

    @Test
    void exportsTheContractOfTheLatestVersionInTheStandard() {
        catalog.answers("/api/v1/products/shop.orders", 200, PRODUCT);
        catalog.answers("/api/v1/products/shop.orders/versions/2.0.0/contract", 200, "apiVersion: v3.1.0\n");

        assertThat(catalog.run("export", "shop.orders").out()).isEqualTo("apiVersion: v3.1.0\n");
        assertThat(catalog.asked().getLast()).contains("format=odcs");
    }

    @Test
    void deprecatesTheLatestVersionWhenNoneIsNamed() {
        catalog.answers("/api/v1/products/shop.orders", 200, PRODUCT);
        catalog.answers("/api/v1/products/shop.orders/versions/2.0.0/deprecation", 200, "{\"status\":\"changed\"}");

        Mesh run = catalog.run("deprecate", "shop.orders", "--sunset", "2027-01-31", "--reason", "Replaced");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("shop.orders 2.0.0 is deprecated until 2027-01-31T00:00:00Z");
        assertThat(catalog.asked().getLast())
                .contains("\"sunset\":\"2027-01-31T00:00:00Z\"", "\"reason\":\"Replaced\"");
    }

    @Test
    void acknowledgesTheOnlyDeprecatedVersion() {
        catalog.answers("/api/v1/products/shop.orders", 200, PRODUCT);
        catalog.answers(
                "/api/v1/products/shop.orders/versions/1.0.0/acknowledgements", 200, "{\"status\":\"changed\"}");

        Mesh run = catalog.run("ack", "shop.orders", "--as", "finance");

        assertThat(run.out()).contains("finance has moved away from shop.orders 1.0.0.");
        assertThat(catalog.asked().getLast()).contains("{\"consumer\":\"finance\"}");
    }

    @Test
    void aRefusalIsOneWithEveryReason() {
        catalog.answers("/api/v1/products/shop.orders/versions/1.0.0/acknowledgements", 422, """
                {"title":"Not accepted","problems":[
                  {"message":"'x' is not a known consumer","advice":"Acknowledge as one of: crm."}]}""");

        Mesh run = catalog.run("ack", "shop.orders@1.0.0", "--as", "x");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err())
                .contains(
                        "shop.orders@1.0.0: Not accepted", "'x' is not a known consumer. Acknowledge as one of: crm.");
    }

    @Test
    void anUnknownProductIsOne() {
        catalog.answers("/api/v1/products/shop.none", 404, """
                {"title":"Not in the catalog","detail":"no 'shop.none'"}""");

        Mesh run = catalog.run("show", "shop.none");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("Not in the catalog: no 'shop.none'");
    }

    @Test
    void whatThereIsInsteadIsToldAsCommands() {
        catalog.answers("/api/v1/products/", 404, """
                {"code":"product.unknown","title":"Not in the catalog",
                 "detail":"The catalog has no 'shop.none'; /api/v1/products lists what it has."}""");

        assertThat(catalog.run("show", "shop.none").err().strip())
                .isEqualTo("shop.none: not in the catalog; mesh search tells what is.");
        assertThat(catalog.run("show", "shop.none@2.0.0").err())
                .contains("shop.none@2.0.0: not in the catalog", "mesh history shop.none");
    }

    @Test
    void noCatalogIsFiveAndSaysHowToStartOne() {
        catalog.close();

        Mesh run = catalog.run("show", "shop.orders");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.err()).contains("does not answer: nothing listens there", "mesh status", "mesh up");
    }

    @Test
    void aCatalogInTroubleIsNoneThatIsAway() {
        catalog.answers("/api/v1/products/shop.orders", 500, "");

        assertThat(catalog.run("show", "shop.orders").err()).contains("does not answer as it should (status 500)");
    }

    @Test
    void aNameThatIsNoProductIsAUsageError() {
        Mesh run = catalog.run("show", "orders");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("write domain.name, or domain.name@version");
    }
}
