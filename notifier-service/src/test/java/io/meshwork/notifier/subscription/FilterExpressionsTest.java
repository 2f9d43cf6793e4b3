package io.meshwork.notifier.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterExpressionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "update",
                "update.kind",
                "update.score",
                "true &&",
                "product.domain == 'cart'",
                "quality.score < 0.9",
                "update.fields().size() > 0",
                "updates.kind == 'published'",
                "update.kind == 1",
                "update.owner == 'cart'",
                "update.severity > 1",
                "update.kind.replace('a', 'aa') == ''",
                "update.headline.matches('((a{1000}){1000}){20}')",
                "system('ls')",
                "\0 == ''",
                "update.kind == 'a\u202eb'",
                "update.kind == '\u001b[2J'",
            })
    void refusesWhatCannotWork(String expression) {
        assertThat(FilterExpressions.faults(expression)).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.pointer()).isEqualTo("/filter");
            assertThat(fault.message()).isNotBlank().doesNotContain("\n");
        });
    }

    @Test
    void refusesWhatIsTooLongOrNestedTooDeep() {
        assertThat(FilterExpressions.faults("true" + " || true".repeat(125))).isNotEmpty();
        assertThat(FilterExpressions.faults("(".repeat(400) + "true" + ")".repeat(400)))
                .isNotEmpty();
        assertThat(FilterExpressions.faults("[1].all(x, " + "x<2||".repeat(190) + "true)"))
                .isNotEmpty();
    }

    @Test
    void saysWhatIsKnownInstead() {
        assertThat(FilterExpressions.faults("update.severty == 'info' || product.name == ''"))
                .extracting(SubscriptionFault::message)
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message)
                                .startsWith("line 1, column 8: there is no field 'severty'. Did you mean `severity`?"),
                        message -> assertThat(message).startsWith("line 1, column 29: there is no name 'product'."));
    }
}
