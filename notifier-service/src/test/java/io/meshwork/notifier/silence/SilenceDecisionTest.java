package io.meshwork.notifier.silence;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.request.Refusal;
import io.meshwork.notifier.request.Requester;
import io.meshwork.notifier.silence.SilenceDecision.Changed;
import io.meshwork.notifier.silence.SilenceDecision.Refused;
import io.meshwork.notifier.silence.SilenceDecision.Unchanged;
import io.meshwork.notifier.subscription.FilterForm;
import io.meshwork.notifier.subscription.SubscriptionFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SilenceDecisionTest {

    private static final Requester OPS = new Requester("olga", _ -> null);
    private static final Requester CART = of("carl", "cart");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    @Test
    void beginsAtOnceUnlessItSaysWhen() {
        var stored = changed(put(form(domain("cart")), null, CART));

        assertThat(stored.silence().from()).isEqualTo(NOW);
        assertThat(stored.silence().team()).isEqualTo("carl");
        assertThat(stored.revision()).isEqualTo(1);
    }

    @Test
    void changesNothingWhenItAlreadyStandsSo() {
        var stored = changed(put(form(domain("cart")), null, CART));

        assertThat(later(form(domain("cart")), false, stored)).isEqualTo(new Unchanged(stored));
        assertThat(later(form(domain("cart")), true, stored)).isEqualTo(new Unchanged(stored));
    }

    @Test
    void isExtendedFromWhereItBegan() {
        var stored = changed(put(form(domain("cart")), null, CART));
        var longer = changed(later(until(TOMORROW.plusSeconds(60)), false, stored));

        assertThat(longer.silence().from()).isEqualTo(NOW);
        assertThat(longer.silence().until()).isEqualTo(TOMORROW.plusSeconds(60));
        assertThat(longer.revision()).isEqualTo(2);
    }

    @Test
    void isNoOtherOneOfTheSameId() {
        var stored = changed(put(form(domain("cart")), null, CART));

        assertThat(refusal(later(form(domain("media")), true, stored)).code()).isEqualTo("silence.exists");
    }

    @Test
    void isMadeAnewWhenItHasEnded() {
        var stored = changed(put(form(domain("cart")), null, CART));
        var ended = changed(end(stored, CART, NOW));
        assertThat(ended.active()).isFalse();
        assertThat(end(ended, CART, NOW)).isEqualTo(new Unchanged(ended));

        assertThat(changed(later(form(domain("cart")), true, ended)).silence().from())
                .isEqualTo(NOW.plusSeconds(10));
        assertThat(end(stored, CART, TOMORROW)).isEqualTo(new Unchanged(stored));
    }

    @Test
    void letsATeamSilenceWhatLiesInItsOwnDomainOnly() {
        for (var own : List.of(domain("cart"), products("cart.*"), products("cart.orders"), both("cart", "*"))) {
            assertThat(put(form(own), null, CART)).isInstanceOf(Changed.class);
        }
        for (var others : List.of(
                domain("media"),
                products("media.*"),
                products("cart*"),
                products("cart.*", "*.orders"),
                products("*"))) {
            assertThat(refusal(put(form(others), null, CART)).code()).isEqualTo("silence.denied");
            assertThat(put(form(others), null, OPS)).isInstanceOf(Changed.class);
        }
    }

    @Test
    void letsOnlyOpsSilenceTheWholeMesh() {
        var deadLetters = new FilterForm(List.of(), List.of(), List.of(), List.of("dead_letters"), "info", List.of());

        assertThat(refusal(put(form(deadLetters), null, CART)).reason())
                .isEqualTo("not yours: *; a team silences what lies in its own domains: name domains, or products such"
                        + " as cart.*");
        assertThat(put(form(deadLetters), null, OPS)).isInstanceOf(Changed.class);
    }

    @Test
    void keepsOthersFromChangingOrEndingIt() {
        var stored = changed(put(form(domain("media")), null, OPS));

        assertThat(refusal(end(stored, CART, NOW)).code()).isEqualTo("silence.denied");
        assertThat(refusal(SilenceDecision.of(
                                "s", new SilenceOrder.Put(form(domain("cart")), false), stored, CART, NOW))
                        .code())
                .isEqualTo("silence.denied");
    }

    @Test
    void knowsOnlyWhatThereWas() {
        assertThat(refusal(end(null, OPS, NOW)).code()).isEqualTo("silence.unknown");
    }

    @Test
    void saysEverythingThatIsWrong() {
        var filter = new FilterForm(
                List.of("No Product"), List.of(), List.of(), List.of("publishd", "published"), "loud", List.of());
        var form = new SilenceForm(
                "No Id", null, filter, null, null, new WeeklyForm(List.of("sunday"), "2", null, "Berlin"), "");

        assertThat(pointers(form))
                .containsExactlyInAnyOrder(
                        "/id",
                        "/products",
                        "/eventTypes/0",
                        "/eventTypes/1",
                        "/minimumSeverity",
                        "/weekly/days",
                        "/weekly/to",
                        "/reason");
    }

    @Test
    void mustEndInTime() {
        assertThat(faults(until(null)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("say when it ends"));
        assertThat(pointers(until(NOW))).containsExactly("/until");
        assertThat(pointers(until(NOW.plus(Duration.ofDays(90))))).isEmpty();
        assertThat(pointers(until(NOW.plus(Duration.ofDays(90)).plusSeconds(1))))
                .containsExactly("/until");
        assertThat(pointers(until(Instant.MAX))).containsExactly("/until");
    }

    @Test
    void mayStayWhenItIsWeekly() {
        var hours = new WeeklyForm(List.of("sat", "sun"), "02:00", "04:00", "Europe/Berlin");
        var form = new SilenceForm("s", null, domain("cart"), null, null, hours, "backup");

        var stored = changed(put(form, null, CART));

        assertThat(stored.silence().until()).isNull();
        assertThat(WeeklyForm.of(stored.silence().weekly())).isEqualTo(hours);
    }

    @Test
    void refusesHoursThatNeverEnd() {
        var hours = new WeeklyForm(List.of(), "02:00", "02:00", "UTC");
        var form = new SilenceForm("s", null, domain("cart"), null, null, hours, "backup");

        assertThat(pointers(form)).containsExactly("/weekly/to");
    }

    @Test
    void choosesShortIdsThatCanBeReadAloud() {
        var request = UUID.fromString("4c1a7ef0-7e4e-5c1b-9d3e-1f2a3b4c5d6e");

        assertThat(SilenceId.of(request)).matches("s-[a-z0-9]{8}").isEqualTo(SilenceId.of(request));
        assertThat(SilenceId.of(UUID.randomUUID())).isNotEqualTo(SilenceId.of(request));
    }

    private static SilenceDecision put(SilenceForm form, @Nullable Stored standing, Requester requester) {
        return SilenceDecision.of("s", new SilenceOrder.Put(form, false), standing, requester, NOW);
    }

    private static SilenceDecision later(SilenceForm form, boolean onlyNew, Stored standing) {
        return SilenceDecision.of(
                "s", new SilenceOrder.Put(form, onlyNew), standing, CART_AND_MEDIA, NOW.plusSeconds(10));
    }

    private static final Requester CART_AND_MEDIA = of("carl", "cart", "media");

    private static SilenceDecision end(@Nullable Stored standing, Requester requester, Instant now) {
        return SilenceDecision.of("s", new SilenceOrder.End(), standing, requester, now);
    }

    private static Stored changed(SilenceDecision decision) {
        return ((Changed) decision).stored();
    }

    private static Refusal refusal(SilenceDecision decision) {
        return ((Refused) decision).refusal();
    }

    private static List<SubscriptionFault> faults(SilenceForm form) {
        return put(form, null, OPS) instanceof Refused(var refusal) ? refusal.faults() : List.of();
    }

    private static List<String> pointers(SilenceForm form) {
        return faults(form).stream().map(SubscriptionFault::pointer).toList();
    }

    private static SilenceForm form(FilterForm matches) {
        return new SilenceForm("s", null, matches, null, TOMORROW, null, "migration");
    }

    private static SilenceForm until(@Nullable Instant until) {
        return new SilenceForm("s", null, domain("cart"), null, until, null, "migration");
    }

    private static FilterForm domain(String domain) {
        return new FilterForm(List.of(), List.of(domain), List.of(), List.of(), "info", List.of());
    }

    private static FilterForm products(String... patterns) {
        return new FilterForm(List.of(patterns), List.of(), List.of(), List.of(), "info", List.of());
    }

    private static FilterForm both(String domain, String pattern) {
        return new FilterForm(List.of(pattern), List.of(domain), List.of(), List.of(), "info", List.of());
    }

    private static Requester of(String principal, String... domains) {
        return new Requester(principal, domain -> Set.of(domains).contains(domain) ? null : "not yours: " + domain);
    }
}
