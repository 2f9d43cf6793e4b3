package io.meshwork.policy.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.meshwork.policy.language.Answer.Decided;
import io.meshwork.policy.language.Answer.Undecided;
import io.meshwork.policy.language.Compilation.Compiled;
import io.meshwork.policy.language.Compilation.Faulty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What filters of subscriptions may say. */
class UpdateLanguageTest {

    private static final Facts UPDATE = Facts.ofUpdate(Map.of(
            "kind",
            "quality_changed",
            "tags",
            List.of("gold"),
            "owner",
            Map.of("team", "cart"),
            "score",
            0.5,
            "breaking",
            false,
            "headline",
            "a".repeat(200),
            "occurredAt",
            Instant.EPOCH));

    private final PolicyLanguage language = PolicyLanguage.ofUpdates();

    @Test
    void speaksOfTheUpdateAndOfNoProduct() {
        assertThat(ask("update.kind == 'quality_changed' && update.score < 0.9 && 'gold' in update.tags"))
                .isEqualTo(Decided.YES);
        assertThat(ask("has(update.status) || update.owner.team != 'cart'")).isEqualTo(Decided.NO);
        assertThat(ask("update.status == 'failed'"))
                .isEqualTo(new Undecided(
                        "the update has no 'status'; the filter should ask has(….'status') before it" + " reads it"));
        assertThat(faults("product.name == 'x'")).isEqualTo("there is no name 'product'");
        assertThat(faults("parameters.x == 1")).isEqualTo("there is no name 'parameters'");
    }

    /** Ten thousand such filters must not hold up the news. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1,2,3,4,5,6,7,8,9].all(a, [1,2,3,4,5,6,7,8,9].all(b, [1,2,3,4,5,6,7,8,9].all(c,"
                        + " [1,2,3,4,5,6,7,8,9].all(d, update.breaking == false))))",
                "[1,2,3,4,5,6,7,8,9].all(a, [1,2,3,4,5,6,7,8,9].all(b,"
                        + " !update.headline.contains(update.headline.substring(1) + 'z')))",
                "[1,2,3,4,5,6,7,8,9].all(a, update.headline.matches('((a?){20}){20}z' + string(a)) == false)",
                "['xx'].map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a).map(a,a+a)[0] != ''",
                "[[1,1]].map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a])"
                        + ".map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a])"
                        + ".map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).map(a,[a,a]).all(z, z == z)",
            })
    void mayMakeLittleWorkOnly(String expression) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 100; i++) {
                assertThat(ask(expression)).isNotNull();
            }
        });
    }

    @Test
    void drawsOnAnAllowanceThatOthersDrawOnToo() {
        var allowance = Allowance.ofUpdates();
        var condition = ((Compiled<Condition>) language.condition("update.headline != 'b'")).expression();
        while (allowance.left() > 0) {
            allowance.take(1_000_000);
        }

        assertThat(condition.ask(new Situation(UPDATE, allowance))).isInstanceOf(Undecided.class);
        assertThat(allowance.paysFor("true")).isFalse();
        assertThat(condition.ask(new Situation(UPDATE))).isEqualTo(Decided.YES);
    }

    @Test
    void isUndecidedWhenItTakesTooMuchWorkThoughAPolicyCouldAsk() {
        String often = "[0,1,2,3,4,5,6,7,8,9]";
        String expression =
                "%1$s.all(a, %1$s.all(b, %1$s.all(c, '%2$s' != string(a))))".formatted(often, "a".repeat(20));

        assertThat(ask(expression)).isInstanceOf(Undecided.class);
        assertThat(((Compiled<Condition>) new PolicyLanguage().condition(expression))
                        .expression()
                        .ask(new Situation(Facts.of(Map.of()))))
                .isEqualTo(Decided.YES);
    }

    private Answer ask(String expression) {
        return switch (language.condition(expression)) {
            case Compiled<Condition>(var condition) -> condition.ask(new Situation(UPDATE));
            case Faulty<Condition>(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    private String faults(String expression) {
        return ((Faulty<Condition>) language.condition(expression))
                .faults()
                .getFirst()
                .message();
    }
}
