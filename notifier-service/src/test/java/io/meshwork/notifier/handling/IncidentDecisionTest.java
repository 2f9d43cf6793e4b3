package io.meshwork.notifier.handling;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.Owner;
import io.meshwork.notifier.Given;
import io.meshwork.notifier.handling.IncidentDecision.Changed;
import io.meshwork.notifier.handling.IncidentDecision.Refused;
import io.meshwork.notifier.handling.IncidentDecision.Unchanged;
import io.meshwork.notifier.handling.IncidentOrder.Action;
import io.meshwork.notifier.incident.Change;
import io.meshwork.notifier.incident.Change.What;
import io.meshwork.notifier.incident.Incident;
import io.meshwork.notifier.incident.Incident.Handler;
import io.meshwork.notifier.incident.IncidentKey;
import io.meshwork.notifier.incident.IncidentState;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.request.Refusal;
import io.meshwork.notifier.request.Requester;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentDecisionTest {

    private static final About ORDERS = About.product(Given.orders());
    private static final Requester CART = of("carl", "cart");

    @Test
    void saysWhoTakesCareOfIt() {
        var change = changed(decide(Action.ACKNOWLEDGE, "on it", open(), CART));

        assertThat(change.what()).isEqualTo(What.ACKNOWLEDGED);
        assertThat(change.incident().state()).isEqualTo(IncidentState.ACKNOWLEDGED);
        assertThat(change.incident().handler()).isEqualTo(new Handler("carl", "on it"));
        assertThat(change.incident().revision()).isEqualTo(2);
    }

    @Test
    void changesNothingWhenItAlreadyStandsSo() {
        var acknowledged =
                changed(decide(Action.ACKNOWLEDGE, null, open(), CART)).incident();
        var resolved = changed(decide(Action.RESOLVE, null, open(), CART)).incident();

        assertThat(decide(Action.ACKNOWLEDGE, null, acknowledged, CART)).isEqualTo(new Unchanged(acknowledged));
        assertThat(decide(Action.RESOLVE, "again", resolved, CART)).isEqualTo(new Unchanged(resolved));
        assertThat(decide(Action.UNACKNOWLEDGE, null, open(), CART)).isEqualTo(new Unchanged(open()));
    }

    @Test
    void letsAnotherOneTakeItOver() {
        var acknowledged =
                changed(decide(Action.ACKNOWLEDGE, null, open(), CART)).incident();

        var change = changed(decide(Action.ACKNOWLEDGE, null, acknowledged, of("cleo", "cart")));

        assertThat(change.incident().handler()).isEqualTo(new Handler("cleo", null));
    }

    @Test
    void tellsWhoGaveItBack() {
        var acknowledged =
                changed(decide(Action.ACKNOWLEDGE, null, open(), CART)).incident();

        var change = changed(decide(Action.UNACKNOWLEDGE, "ill", acknowledged, of("cleo", "cart")));

        assertThat(change.by()).isEqualTo(new Handler("cleo", "ill"));
        assertThat(change.incident().handler()).isNull();
        assertThat(change.incident().state()).isEqualTo(IncidentState.OPEN);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACKNOWLEDGE", "UNACKNOWLEDGE"})
    void cannotTakeCareOfWhatIsOver(Action action) {
        var resolved = changed(decide(Action.RESOLVE, null, open(), CART)).incident();

        assertThat(refusal(decide(action, null, resolved, CART)).code()).isEqualTo("incident.over");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "07", "-1", "7 ", "seven", "9999999999999999999"})
    void knowsNoSuchNumber(String id) {
        assertThat(IncidentNumber.of(id)).isEmpty();
    }

    @Test
    void refusesWhatIsUnknown() {
        assertThat(refusal(decide(Action.RESOLVE, null, null, CART)).code()).isEqualTo("incident.unknown");
    }

    @ParameterizedTest
    @EnumSource
    void isForThoseWhoActForItsDomainOrForItsOwner(Action action) {
        var acknowledged =
                changed(decide(Action.ACKNOWLEDGE, null, open(), CART)).incident();

        assertThat(decide(action, null, acknowledged, of("otto", "cart-team"))).isInstanceOf(Changed.class);
        assertThat(refusal(decide(action, null, acknowledged, of("mia", "media"))))
                .isEqualTo(Refusal.of("incident", Refusal.Kind.DENIED, "not yours: cart"));
    }

    @Test
    void leavesThePlatformToOps() {
        var platform = incident(About.PLATFORM);
        var ops = of("olga", "*");

        assertThat(refusal(decide(Action.ACKNOWLEDGE, null, platform, CART)).reason())
                .isEqualTo("not yours: *");
        assertThat(decide(Action.ACKNOWLEDGE, null, platform, ops)).isInstanceOf(Changed.class);
    }

    @Test
    void believesNoContractThatNamesEverybodyAsItsOwner() {
        var everybody = About.ofProduct("cart.orders", null, null, new Owner("*", null), List.of());

        assertThat(decide(Action.ACKNOWLEDGE, null, incident(everybody), of("mia", "media")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void keepsNotesShortAndOnOneLine() {
        var change = changed(decide(Action.ACKNOWLEDGE, "on\u202E it\n\u0000now", open(), CART));

        assertThat(change.incident().handler()).isEqualTo(new Handler("carl", "on it now"));
        assertThat(refusal(decide(Action.ACKNOWLEDGE, "x".repeat(501), open(), CART))
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/note"));
    }

    private static IncidentDecision decide(
            Action action, @Nullable String note, @Nullable Incident standing, Requester requester) {
        return IncidentDecision.of("7", new IncidentOrder(action, note), standing, requester, NOW);
    }

    private static Change changed(IncidentDecision decision) {
        return ((Changed) decision).change();
    }

    private static Refusal refusal(IncidentDecision decision) {
        return ((Refused) decision).refusal();
    }

    private static Requester of(String principal, String... domains) {
        return new Requester(principal, domain -> Set.of(domains).contains(domain) ? null : "not yours: " + domain);
    }

    private static Incident open() {
        return incident(ORDERS);
    }

    private static Incident incident(About about) {
        return new Incident(
                7,
                new IncidentKey("cart.orders", "quality"),
                IncidentState.OPEN,
                about,
                News.of(Kind.QUALITY_FAILED, Severity.WARNING, "cart.orders failed its quality checks"),
                3,
                NOW,
                NOW,
                null,
                null,
                1,
                0,
                1);
    }
}
