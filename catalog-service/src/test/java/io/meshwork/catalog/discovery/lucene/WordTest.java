package io.meshwork.catalog.discovery.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordTest {

    @Test
    void namesAreTakenApartHoweverTheyAreWritten() {
        assertThat(texts("customerOrders")).containsExactly("customer", "orders");
        assertThat(texts("customer_orders")).containsExactly("customer", "orders");
        assertThat(texts("customer-orders.v2")).containsExactly("customer", "orders", "v", "2");
        assertThat(texts("HTTPServerLog")).containsExactly("http", "server", "log");
        assertThat(texts("ORDER_ID")).containsExactly("order", "id");
        assertThat(texts("customer360")).containsExactly("customer", "360");
    }

    @Test
    void caseAndAccentsDoNotMatter() {
        assertThat(texts("Größe Café ŁÓDŹ")).containsExactly("grosse", "cafe", "lodz");
        assertThat(texts("Cafe\u0301 \u0301x")).containsExactly("cafe", "x");
    }

    @Test
    void writingWithoutSpacesIsTakenApartByCharacter() {
        assertThat(texts("顧客注文")).containsExactly("顧", "客", "注", "文");
    }

    @Test
    void whatIsNoTextHasNoWords() {
        assertThat(texts("")).isEmpty();
        assertThat(texts(" \t\u0000*?~\"(){}[]^:/\\+-!&|")).isEmpty();
        assertThat(texts("\uD800 \uDC00\uD800")).isEmpty();
    }

    @Test
    void pluralsAreLookedUpAsSingulars() {
        assertThat(stems("orders categories addresses boxes status analysis address bus"))
                .containsExactly("order", "category", "address", "box", "status", "analysis", "address", "bus");
    }

    @Test
    void aWordKnowsWhereItStood() {
        String text = "the Größen of customerOrders";

        assertThat(Word.of(text))
                .extracting(word -> text.substring(word.start(), word.end()))
                .containsExactly("the", "Größen", "of", "customer", "Orders");
    }

    @Test
    void aVeryLongWordIsCut() {
        assertThat(Word.of("a".repeat(100_000)))
                .singleElement()
                .satisfies(word -> assertThat(word.text()).hasSize(Word.LONGEST));
    }

    private static List<String> texts(String text) {
        return Word.of(text).stream().map(Word::text).toList();
    }

    private static List<String> stems(String text) {
        return Word.of(text).stream().map(Word::stem).toList();
    }
}
