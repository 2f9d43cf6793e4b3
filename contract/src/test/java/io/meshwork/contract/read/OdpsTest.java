package io.meshwork.contract.read;

import static io.meshwork.contract.read.Documents.accepted;
import static io.meshwork.contract.read.Documents.problem;
import static io.meshwork.contract.read.Documents.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.InputPort;
import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.Owner;
import io.meshwork.contract.model.PortKind;
import io.meshwork.contract.model.ProductType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The Open Data Product Standard: ports that refer to contracts. */
class OdpsTest {

    private static String productWith(String rest) {
        return """
                apiVersion: v1.0.0
                kind: DataProduct
                id: 7f3e3f3c-3d1f-4a5b-8a55-9d7b2f1c0a10
                name: insights
                domain: checkout
                status: active
                """ + rest;
    }

    @Test
    void readsPortsWithTheContractsTheyReferTo() {
        DataProduct product = product(Documents.text("/contracts/shop.odps.yaml"));

        assertThat(product.id()).isEqualTo("checkout.shop-insights");
        assertThat(product.type()).isEqualTo(ProductType.DERIVED);
        assertThat(product.owner()).isEqualTo(new Owner("shop-team", "https://chat.example.com/shop"));
        assertThat(product.classification()).isEqualTo("internal");
        assertThat(product.inputPorts())
                .contains(new InputPort("payments", null, "2.0.0", "dbb7b1eb-7628-436e-8914-2a00638ba6da"));
        assertThat(product.outputPorts())
                .extracting(OutputPort::name, OutputPort::version, OutputPort::kind, OutputPort::contractId)
                .containsExactly(
                        tuple("sales", "1.0.0", PortKind.SQL, "c2798941-1b7e-4b03-9e0d-955b1a872b32"),
                        tuple("sales", "2.0.0", PortKind.EVENT_STREAM, "c2798941-1b7e-4b03-9e0d-955b1a872b33"));
    }

    @Test
    void keepsManagementPortsAndSupportAsWritten() {
        DataProduct product = product(Documents.text("/contracts/shop.odps.yaml"));

        assertThat(product.custom()).containsKeys("managementPorts", "support", "team", "productCreatedTs", "tenant");
        assertThat(product.custom().get("managementPorts"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(Map.of("name", "health", "content", "observability", "url", "https://example.com/health"));
    }

    @Test
    void readsTeamsInBothForms() {
        String list = "team: [{username: ann, role: owner}]\n";

        assertThat(product(productWith(list)).owner()).isEqualTo(new Owner(null, "ann"));
        assertThat(product(productWith("team: {name: shop}\n")).owner()).isEqualTo(new Owner("shop", null));
    }

    @Test
    void acceptsWhatHasNoVersionOfItsOwn() {
        assertThat(product(productWith("")).version()).isEqualTo("1.0.0");
    }

    @Test
    void rejectsTwoPortsOfOneNameAndVersion() {
        Problem problem = problem(
                "contract.output-port.name.duplicate",
                productWith("outputPorts: [{name: a, version: 1.0.0}, {name: a, version: 1.0.0}]\n"));

        assertThat(problem.isError()).isTrue();
        assertThat(problem.pointer()).isEqualTo("/outputPorts/1/name");
    }

    @Test
    void rejectsInputPortWithoutContract() {
        assertThat(problem(
                                "contract.input-port.contract-id.missing",
                                productWith("inputPorts: [{name: a, version: 1.0.0}]\n"))
                        .isError())
                .isTrue();
    }

    @Test
    void warnsOfAnOutputThatIsMadeOfWhatIsNotTakenIn() {
        Problem problem = problem("contract.input-contract.id.dangling", productWith("""
                        inputPorts: [{name: a, version: 1.0.0, contractId: one}]
                        outputPorts: [{name: b, version: 1.0.0, contractId: x, inputContracts: [{id: two, version: 1.0.0}]}]
                        """));

        assertThat(problem.isError()).isFalse();
        assertThat(problem.message()).contains("`two`");
    }

    @Test
    void rejectsManagementPortWithoutContent() {
        assertThat(problem(
                                "contract.management-port.content.missing",
                                productWith("managementPorts: [{name: health}]\n"))
                        .line())
                .isEqualTo(7);
    }

    @Test
    void rejectsKeysTheStandardDoesNotHave() {
        assertThat(problem("contract.key.unknown", productWith("outputs: []\n")).isError())
                .isTrue();
    }

    @Test
    void acceptsEveryOfficialExample() throws IOException {
        List<Path> examples = Corpora.documents(Corpora.odps());
        assumeTrue(!examples.isEmpty(), () -> "skipped: there is no corpus at " + Corpora.odps());

        for (Path example : examples) {
            assertThat(accepted(Files.readString(example)).product().outputPorts())
                    .isNotEmpty();
        }
    }
}
