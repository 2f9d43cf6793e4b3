package io.meshwork.contract.read;

import static io.meshwork.contract.read.Documents.accepted;
import static io.meshwork.contract.read.Documents.customer360;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentHashTest {

    @Test
    void doesNotChangeWithCommentsAndTheOrderOfKeys() {
        String reordered = customer360()
                .replace(
                        "  name: customer-360\n  domain: sales\n",
                        "  domain: sales # whose\n  name: \"customer-360\"\n")
                .replace(
                        "    retention: \"7 years\"\n    access_policy: \"domain-internal\"\n",
                        "    access_policy: domain-internal\n    retention: 7 years\n");

        assertThat(reordered).isNotEqualTo(customer360());
        assertThat(accepted(reordered).contentHash())
                .isEqualTo(accepted(customer360()).contentHash());
    }

    @Test
    void doesNotChangeWithTheOrderOfServiceLevels() {
        String reordered = customer360()
                .replace(
                        "    freshness: \"1 hour\"\n    availability: \"99.9%\"\n",
                        "    availability: \"99.9%\"\n    freshness: \"1 hour\"\n");

        assertThat(reordered).isNotEqualTo(customer360());
        assertThat(accepted(reordered).contentHash())
                .isEqualTo(accepted(customer360()).contentHash());
    }

    @Test
    void changesWithTheContent() {
        assertThat(accepted(customer360().replace("0.99", "0.98")).contentHash())
                .isNotEqualTo(accepted(customer360()).contentHash());
    }

    @Test
    void isLowerCaseHexOfSha256() {
        assertThat(ContentHash.of("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
