package io.meshwork.policy.evaluation.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.events.ProfileSummary;
import io.meshwork.events.ProfiledField;
import io.meshwork.events.QualityScored;
import io.meshwork.policy.language.Answer;
import io.meshwork.policy.language.Compilation.Compiled;
import io.meshwork.policy.language.Condition;
import io.meshwork.policy.language.Fact;
import io.meshwork.policy.language.Facts;
import io.meshwork.policy.language.PolicyLanguage;
import io.meshwork.policy.language.Situation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactsJsonTest {

    @Test
    void policiesSeeWhatTheProfileFound() {
        ProfileSummary profile = new ProfileSummary(
                List.of(
                        new ProfiledField("orders", "comment", true, 0.25, 90L, "email", 0.95),
                        new ProfiledField("orders", "parts", false, 0.0, null, null, 0.0)),
                7);

        assertThat(holds(
                        scored(profile),
                        "quality.profile.fields.exists(f, f.undeclaredPersonalData == 'email' && f.confidence > 0.9)"))
                .isTrue();
        assertThat(holds(
                        scored(profile),
                        "quality.profile.fields.exists(f, f.field == 'parts' && !f.inContract && !has(f.distinct))"))
                .isTrue();
        assertThat(holds(scored(profile), "quality.profile.fieldsLeft == 7")).isTrue();
    }

    @Test
    void dataThatWasNotLookedAtHasNoProfile() {
        assertThat(holds(scored(null), "has(quality.profile)")).isFalse();
    }

    private static boolean holds(QualityScored scored, String expression) {
        Facts facts = Facts.of(Map.of()).withJson(Fact.QUALITY, FactsJson.quality(scored));
        return new PolicyLanguage().condition(expression) instanceof Compiled<?>(var condition)
                && condition instanceof Condition asked
                && asked.ask(new Situation(facts)) == Answer.Decided.YES;
    }

    private static QualityScored scored(@Nullable ProfileSummary profile) {
        return QualityScored.newBuilder()
                .setProductId("shop.orders")
                .setVersion("1.0.0")
                .setRunSequence(1)
                .setTrigger("published")
                .setStatus("passed")
                .setDimensions(List.of())
                .setChecks(List.of())
                .setHints(List.of())
                .setProfile(profile)
                .setScoredAt(Instant.EPOCH)
                .build();
    }
}
