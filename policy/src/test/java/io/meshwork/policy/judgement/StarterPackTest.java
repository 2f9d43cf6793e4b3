package io.meshwork.policy.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;
import io.meshwork.policy.judgement.Verdict.Compliance;
import io.meshwork.policy.language.Facts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarterPackTest {

    private static final PolicySet PACK = Policies.starterPack();

    private static final String BARE = """
            {"domain": "sales", "name": "bare", "version": "1.0.0", "type": "source", "status": "production",
             "owner": {}, "schema": [{"name": "t", "fields": [
               {"name": "email", "pii": true, "fields": []}, {"name": "id", "pii": false, "fields": []}]}],
             "outputPorts": [], "serviceLevels": [%s]}
            """;

    @ParameterizedTest
    @CsvSource({
        "aviation/airports, COMPLIANT",
        "aviation/birdstrikes, WARNINGS",
        "media/movies, WARNINGS",
        "cart/carts, COMPLIANT",
        "checkout/orders, COMPLIANT",
        "checkout/payments, VIOLATED",
        "marketing/attribution, WARNINGS",
        "sales/customer-360, COMPLIANT",
    })
    void judgesTheExamplesAsTheirReadmeSays(String example, Compliance expected) {
        Verdict verdict = judgeDocument(Policies.read(Path.of("../examples", example + ".yaml")));

        assertThat(verdict.compliance()).as(verdict.violations().toString()).isEqualTo(expected);
    }

    @Test
    void seedOfTheProjectIsOnlyWarned() {
        Verdict verdict = judgeDocument("""
                apiVersion: datamesh.azure.com/v1
                kind: DataProduct
                metadata: {name: customer-360, domain: sales, owner: team@example.com}
                spec:
                  description: A customer
                  classification: internal
                  sla: {freshness: 1 hour, availability: 99.9%, quality_score: 0.95}
                  schema:
                    - {name: id, type: string, description: The id, pii: false}
                    - {name: email, type: string, description: The address, pii: true, classification: PERSONAL.EMAIL}
                  inputs: [{source: crm.customers, domain: sales}]
                  outputs:
                    - {name: delta, format: delta, location: "abfss://gold@lake/c"}
                    - {name: api, format: rest, endpoint: "https://api.example.com/c"}
                  governance: {retention: 7 years, access_policy: domain-internal}
                """);

        assertThat(verdict.compliance()).isEqualTo(Compliance.WARNINGS);
        assertThat(verdict.violations()).extracting(Violation::policyId).containsExactly("event-stream-port");
    }

    @Test
    void bareProductViolatesEverythingMandatoryFirst() {
        Verdict verdict = judge(BARE.formatted(""));

        assertThat(verdict.compliance()).isEqualTo(Compliance.VIOLATED);
        assertThat(verdict.violations())
                .extracting(violation -> violation.policyId() + "/" + violation.rule())
                .containsExactly(
                        "classification-required/classified",
                        "minimum-sla/objective-stated",
                        "owner-contact/contact-stated",
                        "pii-classified/personal-fields-classified",
                        "retention-required/retention-stated",
                        "documented-schema/product-described",
                        "documented-schema/fields-described",
                        "event-stream-port/event-stream",
                        "file-port/file",
                        "freshness-stated/freshness");
        assertThat(verdict.violations())
                .allSatisfy(v -> assertThat(v.remediation()).isNotBlank());
        assertThat(verdict.violations())
                .extracting(Violation::message)
                .contains("personal data without a classification: email", "not described: email, id");
    }

    @Test
    void lowAvailabilityIsNamed() {
        Verdict verdict =
                judge(BARE.formatted("{\"property\": \"availability\", \"value\": \"95%\", \"normalized\": 0.95}"));

        assertThat(verdict.violations())
                .filteredOn(v -> v.policyId().equals("minimum-sla"))
                .singleElement()
                .extracting(Violation::message)
                .asString()
                .contains("95")
                .contains("below 99 %");
    }

    private static Verdict judgeDocument(String document) {
        return switch (new ContractReader().read(document)) {
            case ReadResult.Accepted accepted -> judge(accepted.canonicalJson());
            case ReadResult.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static Verdict judge(String contract) {
        return PACK.judge("sales.bare", Facts.ofProduct(contract));
    }
}
