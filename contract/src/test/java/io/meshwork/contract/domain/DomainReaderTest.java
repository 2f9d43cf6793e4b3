package io.meshwork.contract.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.Owner;
import io.meshwork.contract.read.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainReaderTest {

    private static final String CHECKOUT = """
            apiVersion: meshwork.io/v1
            kind: Domain
            metadata:
              name: checkout
              title: Checkout
              owner: checkout-team
              contact: "#checkout"
            spec:
              description: Orders and payments
              members: [anna, ben, anna]
            """;

    @Test
    void readsADomain() {
        assertThat(new DomainReader().read(CHECKOUT))
                .isEqualTo(new DomainReader.Result.Accepted(new DomainDescriptor(
                        "checkout",
                        "Checkout",
                        "Orders and payments",
                        new Owner("checkout-team", "#checkout"),
                        List.of("anna", "ben"))));
    }

    @Test
    void takesTheAddressOfATeamForItsContact() {
        String document =
                CHECKOUT.replace("checkout-team", "team@example.com").replace("  contact: \"#checkout\"\n", "");

        assertThat(((DomainReader.Result.Accepted) new DomainReader().read(document))
                        .domain()
                        .owner())
                .isEqualTo(new Owner(null, "team@example.com"));
    }

    @Test
    void tellsEverythingThatIsWrongWithItsPlace() {
        assertThat(problems("""
                        apiVersion: v1
                        kind: Domian
                        metadata:
                          name: Check Out
                        spec:
                          members: [""]
                          colour: red
                        """))
                .extracting(Problem::pointer)
                .containsExactly(
                        "/apiVersion",
                        "/kind",
                        "/metadata",
                        "/metadata/name",
                        "/spec",
                        "/spec/members",
                        "/spec/colour");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(problems("apiVersion: meshwork.io/v1\nkind: Domain\n"))
                .extracting(Problem::advice)
                .containsExactly("Add `metadata:` with `name` and `owner`.", "Add `spec:` with a `description`.");
        assertThat(problems("- no\n- mapping\n")).isNotEmpty();
    }

    @Test
    void proposesAnIdForANameThatIsNone() {
        assertThat(problems(CHECKOUT.replace("name: checkout", "name: Check Out")))
                .singleElement()
                .extracting(Problem::advice)
                .isEqualTo("Write `check-out`.");
    }

    private static List<Problem> problems(String document) {
        return ((DomainReader.Result.Refused) new DomainReader().read(document)).problems();
    }
}
