package io.meshwork.catalog.template.web;

import static io.meshwork.catalog.CatalogUnderTest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.catalog.CatalogUnderTest;
import io.meshwork.contract.template.TemplateReader;
import io.meshwork.events.TemplateChanged;
import io.meshwork.events.TemplateSubmitted;
import io.meshwork.messaging.testkit.TestPlatform;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a team's template to what others make contracts from. */
class TemplateFlowTest {

    private static final Duration SOON = TestPlatform.PATIENCE;
    private static final String PATH = "/api/v1/templates/";
    private static final CatalogUnderTest CATALOG = CatalogUnderTest.shared();

    private final TestPlatform platform = CATALOG.platform();

    @BeforeAll
    static void describeDomains() {
        CATALOG.describe("web");
        CATALOG.describe("crm");
    }

    @Test
    void aTemplateThatIsRegisteredIsAnnouncedAndOfferedAsItWasWritten() {
        HttpResponse<String> registered = register("clicks", "1.0.0", template("clicks", "1.0.0", "web"));

        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        String document = json(CATALOG.get(PATH + "clicks")).path("document").asString();
        assertThat(new TemplateReader().read(document)).isInstanceOf(TemplateReader.Result.Accepted.class);
        assertThat(json(CATALOG.get(PATH + "clicks/1.0.0")).path("parameters"))
                .extracting(parameter -> parameter.path("name").asString() + " "
                        + parameter.path("type").asString() + " "
                        + parameter.path("default").asString(""))
                .containsExactly("name id ", "retention number 30");
        assertThat(announced("clicks@1.0.0", 1)).singleElement().satisfies(changed -> {
            assertThat(changed.getDomain()).isEqualTo("web");
            assertThat(changed.getDocument()).isEqualTo(document);
            assertThat(changed.getRevision()).isEqualTo(1);
        });
    }

    @Test
    void theNewestVersionIsOfferedFirstWhateverTheOrderOfTheirRegistration() {
        Stream.of("1.2.0", "1.10.0", "1.9.0")
                .forEach(version -> register("ordered", version, template("ordered", version, "web")));

        HttpResponse<String> newest = CATALOG.get(PATH + "ordered");

        assertThat(json(newest).path("version").asString()).isEqualTo("1.10.0");
        assertThat(json(newest).path("versions"))
                .extracting(version -> version.asString())
                .containsExactly("1.10.0", "1.9.0", "1.2.0");
    }

    @Test
    void aVersionStaysAsItIs() {
        register("fixed", "1.0.0", template("fixed", "1.0.0", "web"));

        HttpResponse<String> same = register("fixed", "1.0.0", "# a remark\n" + template("fixed", "1.0.0", "web"));
        HttpResponse<String> other =
                register("fixed", "1.0.0", template("fixed", "1.0.0", "web").replace("30", "60"));

        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(json(other).path("code").asString()).isEqualTo("template.exists");
        assertThat(json(other).path("detail").asString()).contains("raise the version");
    }

    @Test
    void ofTwoWhoRegisterTheSameVersionDifferentlyOneIsTold() {
        List<Integer> statuses = Stream.of("30", "60")
                .map(days -> CompletableFuture.supplyAsync(
                        () -> register(
                                        "race",
                                        "1.0.0",
                                        template("race", "1.0.0", "web").replace("30", days))
                                .statusCode(),
                        Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(201, 409);
        assertThat(announced("race@1.0.0", 1)).hasSize(1);
    }

    @Test
    void aNameBelongsToTheDomainThatUsedItFirst() {
        register("ours", "1.0.0", template("ours", "1.0.0", "web"));

        assertThat(code(register("ours", "2.0.0", template("ours", "2.0.0", "crm"))))
                .isEqualTo("template.other-domain");
        assertThat(code(register("data-product", "9.0.0", template("data-product", "9.0.0", "web"))))
                .isEqualTo("template.reserved");
    }

    @Test
    void whatIsNoTemplateOfADomainIsRefusedWithEveryProblem() {
        HttpResponse<String> broken = register("broken", "1.0.0", "kind: ContractTemplate\nname: broken\n");

        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(json(broken).path("problems")).hasSizeGreaterThan(2);
        assertThat(code(register(
                        "nobodys", "1.0.0", template("nobodys", "1.0.0", "web").replaceFirst("domain: web\n", ""))))
                .isEqualTo("template.no-domain");
        assertThat(code(register("nowhere", "1.0.0", template("nowhere", "1.0.0", "nowhere"))))
                .isEqualTo("template.no-domain");
        assertThat(code(register("one", "1.0.0", template("other", "1.0.0", "web"))))
                .isEqualTo("template.other-name");
        assertThat(register("large", "1.0.0", "#" + "x".repeat(600_000)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void aVersionThatIsWithdrawnIsOfferedNoMoreAndCanOnlyComeBackAsItWas() {
        register("gone", "1.0.0", template("gone", "1.0.0", "web"));

        assertThat(withdraw("gone", "1.0.0").statusCode()).isEqualTo(204);
        assertThat(withdraw("gone", "1.0.0").statusCode()).isEqualTo(204);

        assertThat(CATALOG.get(PATH + "gone").statusCode()).isEqualTo(404);
        assertThat(register("gone", "1.0.0", template("gone", "1.0.0", "web").replace("30", "60"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(register("gone", "1.0.0", template("gone", "1.0.0", "web")).statusCode())
                .isEqualTo(201);
        assertThat(withdraw("never", "1.0.0").statusCode()).isEqualTo(404);
        assertThat(announced("gone@1.0.0", 3))
                .extracting(TemplateChanged::getWithdrawn)
                .containsExactly(false, true, false);
    }

    @Test
    void aCandidateIsOfferedOnlyToThoseWhoAskForIt() {
        Stream.of("1.9.0", "2.0.0-rc.1")
                .forEach(version -> register("candidate", version, template("candidate", version, "web")));

        assertThat(json(CATALOG.get(PATH + "candidate")).path("version").asString())
                .isEqualTo("1.9.0");
        assertThat(CATALOG.get(PATH + "candidate/2.0.0-rc.1").statusCode()).isEqualTo(200);
    }

    @Test
    void aDomainThatOffersTemplatesStays() {
        CATALOG.describe("offering");
        register("offered", "1.0.0", template("offered", "1.0.0", "offering"));

        HttpResponse<String> kept = CATALOG.send(HttpRequest.newBuilder(CATALOG.uri("/api/v1/domains/offering"))
                .DELETE()
                .build());

        assertThat(kept.statusCode()).isEqualTo(409);
        assertThat(json(kept).path("detail").asString()).contains("templates");
    }

    @Test
    void templatesAreListedByName() {
        Stream.of("list-a", "list-b", "list-c")
                .forEach(name -> register(name, "1.0.0", template(name, "1.0.0", "web")));

        HttpResponse<String> page = CATALOG.get("/api/v1/templates?after=list-a&limit=1");

        assertThat(json(page).path("items"))
                .extracting(item -> item.path("name").asString())
                .containsExactly("list-b");
        assertThat(json(CATALOG.get(json(page).path("next").asString())).path("items"))
                .extracting(item -> item.path("name").asString())
                .startsWith("list-c");
    }

    @Test
    void aRecordIsEnoughAndOneThatIsRefusedIsADeadLetter() {
        submit("template-by-record", "kind: ContractTemplate");
        submit("template-by-record", template("template-by-record", "1.0.0", "web"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                CATALOG.get(PATH + "template-by-record").statusCode())
                        .isEqualTo(200));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(platform.readRaw("catalog.dlt", 1, SOON).stream()
                                .filter(letter -> letter.key() != null
                                        && new String(letter.key(), StandardCharsets.UTF_8)
                                                .equals("template-by-record"))
                                .map(letter -> TestPlatform.header(letter, "mesh-dlt-reason")))
                        .singleElement()
                        .asString()
                        .contains("template.invalid"));
    }

    private void submit(String name, String document) {
        platform.send(
                "template.submitted",
                name,
                TemplateSubmitted.newBuilder()
                        .setTemplate(name)
                        .setVersion("1.0.0")
                        .setDocument(document)
                        .build());
    }

    private static HttpResponse<String> register(String name, String version, String document) {
        return CATALOG.put(PATH + name + "/" + version, document);
    }

    private static HttpResponse<String> withdraw(String name, String version) {
        return CATALOG.send(HttpRequest.newBuilder(CATALOG.uri(PATH + name + "/" + version))
                .DELETE()
                .build());
    }

    private static String code(HttpResponse<String> refused) {
        return json(refused).path("code").asString();
    }

    /** What is decided is published a moment after it can be read. */
    private List<TemplateChanged> announced(String key, int expected) {
        return await().atMost(SOON)
                .until(
                        () -> platform.read("template.changed", TemplateChanged.class, 1, SOON).stream()
                                .filter(record -> record.key().equals(key))
                                .map(ConsumerRecord::value)
                                .toList(),
                        found -> found.size() >= expected);
    }

    private static String template(String name, String version, String domain) {
        return """
                kind: ContractTemplate
                apiVersion: meshwork.io/v1
                name: %s
                version: %s
                domain: %s
                description: What people click
                parameters:
                  - {name: name, type: id, description: Name of the product}
                  - {name: retention, type: number, description: Days, default: 30}
                contract:
                  apiVersion: v3.1.0
                  kind: DataContract
                  id: web.${name}
                  name: ${name}
                  version: 1.0.0
                  status: draft
                  domain: web
                  team: {name: web-team}
                  schema: [{name: clicks, properties: [{name: id, logicalType: string}]}]
                  slaProperties: [{property: retention, value: "${retention}", unit: d}]
                """.formatted(name, version, domain);
    }
}
