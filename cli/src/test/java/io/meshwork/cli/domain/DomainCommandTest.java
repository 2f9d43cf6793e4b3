package io.meshwork.cli.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.cli.connection.ServiceStub;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people do with domains. */
class DomainCommandTest {

    private static final String SHOP = """
            {"name":"shop","title":"Shop","description":"What is sold","ownerTeam":"shop-team","ownerContact":"#shop",
             "members":["anna","ben"],"revision":2,"principal":"anna","changedAt":"2026-02-01T00:00:00Z"}""";

    private final ServiceStub catalog = new ServiceStub("--catalog");

    @AfterEach
    void stopCatalog() {
        catalog.close();
    }

    @Test
    void listsAllPages() {
        catalog.answers("/api/v1/domains", 200, "{\"items\":[" + SHOP + "],\"next\":\"/api/v1/domains/second\"}");
        catalog.answers("/api/v1/domains/second", 200, "{\"items\":[" + SHOP.replace("shop", "cart") + "]}");

        Mesh run = run("list");

        assertThat(run.out().lines().skip(1))
                .satisfiesExactly(
                        line -> assertThat(line).matches("shop +Shop +shop-team #shop +2 +What is sold"),
                        line -> assertThat(line).startsWith("cart"));
    }

    @Test
    void showsOne() {
        catalog.answers("/api/v1/domains/shop", 200, SHOP);

        assertThat(run("show", "shop").out())
                .contains(
                        "about        What is sold",
                        "owner        shop-team #shop",
                        "members      anna, ben",
                        "revision     2, 2026-02-01T00:00:00Z by anna");
        assertThat(run("show", "shop", "-o", "json").out()).contains("\"name\" : \"shop\"");
    }

    @Test
    void describesOneAsTheOptionsSay() {
        catalog.answers("/api/v1/domains/shop", 201, SHOP);

        Mesh run = run(
                "define",
                "shop",
                "--owner",
                "shop-team",
                "--contact",
                "#shop",
                "--description",
                "What is sold",
                "--member",
                "anna",
                "--member",
                "ben");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("Domain shop is described (revision 2).");
        assertThat(catalog.asked().getLast())
                .startsWith("PUT ")
                .contains("\"kind\":\"Domain\"", "\"owner\":\"shop-team\"", "\"members\":[\"anna\",\"ben\"]");
    }

    @Test
    void tellsWhyOneCannotBeWithdrawn() {
        catalog.answers("/api/v1/domains/shop", 409, """
                {"title":"Not accepted","detail":"the domain 'shop' has products that are in use"}""");

        Mesh run = run("withdraw", "shop");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("shop: Not accepted: the domain 'shop' has products that are in use");
        assertThat(catalog.asked().getLast()).startsWith("DELETE ");
    }

    @Test
    void aDescriptionWithoutOwnerIsAUsageError() {
        assertThat(run("define", "shop", "--description", "x").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    private Mesh run(String... arguments) {
        return catalog.run(
                Stream.concat(Stream.of("domain"), Stream.of(arguments)).toArray(String[]::new));
    }
}
