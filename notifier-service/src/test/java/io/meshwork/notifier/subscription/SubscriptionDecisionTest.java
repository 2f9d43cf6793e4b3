package io.meshwork.notifier.subscription;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.Given;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.subscription.SubscriptionDecision.Changed;
import io.meshwork.notifier.subscription.SubscriptionDecision.Refused;
import io.meshwork.notifier.subscription.SubscriptionDecision.Unchanged;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubscriptionDecisionTest {

    private static final Subscription WANTED = Given.subscription("marketing", Channel.FEED, Filter.ALL);

    @Test
    void countsTheChangesOfASubscription() {
        var first = (Changed) request(WANTED, null);
        var second = (Changed) request(Given.subscription("marketing", Channel.SLACK, Filter.ALL), first.stored());

        assertThat(first.stored().revision()).isEqualTo(1);
        assertThat(second.stored().revision()).isEqualTo(2);
        assertThat(first.stored().principal()).isEqualTo("alice");
    }

    @Test
    void changesNothingWhenItAlreadyStandsSo() {
        var stored = ((Changed) request(WANTED, null)).stored();

        assertThat(request(WANTED, stored)).isEqualTo(new Unchanged());
    }

    @Test
    void refusesWhoeverMayNotActForTheSubscriber() {
        var decision = SubscriptionDecision.request(WANTED, null, team -> "not yours: " + team, "bob", NOW);

        assertThat(decision).isEqualTo(new Refused("not yours: marketing-team"));
    }

    @Test
    void refusesToTakeOverTheSubscriptionOfAnotherTeam() {
        var stored = ((Changed) request(WANTED, null)).stored();
        var mine = new Subscription("marketing", "sales", null, Filter.ALL, Channel.FEED, null, true);

        var decision = SubscriptionDecision.request(
                mine, stored, team -> team.equals("sales") ? null : "not yours: " + team, "bob", NOW);

        assertThat(decision).isEqualTo(new Refused("not yours: marketing-team"));
    }

    @Test
    void refusesToChangeWhatTheConfigurationKeeps() {
        var configured = ((Changed) SubscriptionDecision.configure(WANTED, null, NOW)).stored();

        assertThat(request(WANTED, configured))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).contains("'marketing'", "mesh.subscriptions"));
    }

    @Test
    void letsTheConfigurationTakeOverARequestedOne() {
        var requested = ((Changed) request(WANTED, null)).stored();

        var decision = SubscriptionDecision.configure(WANTED, requested, NOW);

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Changed.class,
                        changed -> assertThat(changed.stored().source()).isEqualTo(Stored.Source.CONFIGURATION));
    }

    @Test
    void refusesIdsPatternsAndTargetsThatCanNeverWork() {
        assertThat(request(new Subscription("Bad Id", "t", null, Filter.ALL, Channel.FEED, null, true), null))
                .isInstanceOf(Refused.class);
        assertThat(request(new Subscription("ok", " ", null, Filter.ALL, Channel.FEED, null, true), null))
                .isInstanceOf(Refused.class);
        assertThat(request(new Subscription("ok", "t", null, Filter.ALL, Channel.SLACK, "#ops", true), null))
                .isInstanceOf(Refused.class);
        var pattern = new Filter(Set.of("cart/*"), Set.of(), Set.of(), Set.of(), Severity.INFO);
        assertThat(request(new Subscription("ok", "t", null, pattern, Channel.FEED, null, true), null))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains("'cart/*'", "'ok'"));
    }

    @Test
    void refusesWordsThatNobodyKnowsAndNamesThoseThatAreKnown() {
        var form = new SubscriptionForm(
                "ok", "t", null, List.of(), List.of(), List.of(), List.of("publishd"), "info", "feed", null, true);

        assertThat(form.read())
                .isInstanceOfSatisfying(
                        SubscriptionForm.Reading.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason())
                                .contains("'publishd'", "published, compliance_changed"));
    }

    private static SubscriptionDecision request(Subscription wanted, @Nullable Stored standing) {
        return SubscriptionDecision.request(wanted, standing, _ -> null, "alice", NOW);
    }
}
