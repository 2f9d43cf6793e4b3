package io.meshwork.contract.read;

import static io.meshwork.contract.read.Documents.accepted;
import static io.meshwork.contract.read.Documents.customer360;
import static io.meshwork.contract.read.Documents.descriptorWith;
import static io.meshwork.contract.read.Documents.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.DataProduct;
import org.junit.jupiter.api.Test;

class DataProductJsonTest {

    @Test
    void readsBackWhatItWrote() {
        DataProduct product = product(descriptorWith("""
                terms: {start_date: 2026-01-01}
                quality_checks:
                  - {name: row_count, min: 1}
                  - {name: validity, column: id, valid_values: [1, 2.5, null, x, true, 9999999999, 99999999999999999999]}
                note: {z: 1, a: [null, {b: c}]}
                """));

        assertThat(DataProductJson.read(DataProductJson.write(product))).isEqualTo(product);
    }

    @Test
    void writesWordsInLowerCaseAndLeavesOutNulls() {
        String json = accepted(customer360()).canonicalJson();

        assertThat(json)
                .startsWith(
                        "{\"domain\":\"sales\",\"name\":\"customer-360\",\"version\":\"1.0.0\",\"type\":\"derived\"")
                .contains("\"kind\":\"file\"", "\"operator\":\"greater_or_equal\"", "\"status\":\"production\"")
                .doesNotContain("null");
    }

    @Test
    void writesDatesInIso8601() {
        assertThat(accepted(descriptorWith("terms: {start_date: 2026-01-01}")).canonicalJson())
                .contains("\"startDate\":\"2026-01-01\"");
    }

    @Test
    void sortsTheKeysOfCustomValues() {
        assertThat(accepted(descriptorWith("note: {z: 1, a: {y: 2, b: 3}}")).canonicalJson())
                .contains("\"custom\":{\"note\":{\"a\":{\"b\":3,\"y\":2},\"z\":1}}");
    }

    @Test
    void readsWhatAnOlderOrNewerVersionWrote() {
        DataProduct product = DataProductJson.read("""
                {"domain": "cart", "name": "orders", "version": "1.0.0", "type": "source", "status": "production",
                 "owner": {"team": "cart"}, "invented": {"later": true}}
                """);

        assertThat(product.tags()).isEmpty();
        assertThat(product.schema()).isEmpty();
        assertThat(product.title()).isNull();
        assertThat(product.custom()).isEmpty();
    }
}
