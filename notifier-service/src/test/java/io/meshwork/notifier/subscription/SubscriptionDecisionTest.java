package io.meshwork.notifier.subscription;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.Consumer;
import io.meshwork.contract.model.Owner;
import io.meshwork.notifier.Given;
import io.meshwork.notifier.subscription.SubscriptionDecision.Changed;
import io.meshwork.notifier.subscription.SubscriptionDecision.Code;
import io.meshwork.notifier.subscription.SubscriptionDecision.Refused;
import io.meshwork.notifier.subscription.SubscriptionDecision.Requester;
import io.meshwork.notifier.subscription.SubscriptionDecision.Tested;
import io.meshwork.notifier.subscription.SubscriptionDecision.Unchanged;
import io.meshwork.notifier.subscription.SubscriptionOrder.Turn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubscriptionDecisionTest {

    private static final Subscription WANTED = Given.subscription("marketing", Channel.FEED, Filter.ALL);
    private static final Subscription ORDERS = new Party("cart.orders", "cart-team").subscription(null);
    private static final Requester ALICE = new Requester("alice", _ -> null);
    private static final Requester BOB = new Requester("bob", team -> "not yours: " + team);

    @Test
    void countsTheChangesOfASubscription() {
        var first = changed(put(WANTED, null));
        var second = changed(put(Given.subscription("marketing", Channel.SLACK, Filter.ALL), first));
        assertThat(first.revision()).isEqualTo(1);
        assertThat(second.revision()).isEqualTo(2);
        assertThat(first.principal()).isEqualTo("alice");
    }

    @Test
    void changesNothingWhenItAlreadyStandsSo() {
        var stored = changed(put(WANTED, null));
        assertThat(put(WANTED, stored)).isEqualTo(new Unchanged(stored));
        assertThat(SubscriptionDecision.put(WANTED, true, stored, ALICE, NOW)).isEqualTo(new Unchanged(stored));
    }

    @Test
    void refusesWhoeverMayNotActForTheSubscriber() {
        assertThat(SubscriptionDecision.put(WANTED, false, null, BOB, NOW))
                .isEqualTo(Refused.of(Code.DENIED, "not yours: marketing-team"));
        var stored = changed(put(WANTED, null));
        for (var turn : Turn.values()) {
            assertThat(SubscriptionDecision.turn("marketing", turn, stored, BOB, NOW))
                    .isEqualTo(Refused.of(Code.DENIED, "not yours: marketing-team"));
        }
    }

    @Test
    void refusesToTakeOverTheSubscriptionOfAnotherTeam() {
        var stored = changed(put(WANTED, null));
        var mine = new Subscription("marketing", "sales", null, Filter.ALL, Channel.FEED, null, true);
        var sales = new Requester("bob", team -> team.equals("sales") ? null : "not yours: " + team);
        assertThat(SubscriptionDecision.put(mine, false, stored, sales, NOW))
                .isEqualTo(Refused.of(Code.DENIED, "not yours: marketing-team"));
    }

    @Test
    void refusesToMakeAnotherOneOfTheSameIdWhenANewOneIsWanted() {
        var stored = changed(put(WANTED, null));
        var other = Given.subscription("marketing", Channel.SLACK, Filter.ALL);
        assertThat(code(SubscriptionDecision.put(other, true, stored, ALICE, NOW)))
                .isEqualTo(Code.EXISTS);
        var ended = changed(turn(Turn.END, stored));
        assertThat(changed(SubscriptionDecision.put(other, true, ended, ALICE, NOW))
                        .revision())
                .isEqualTo(3);
    }

    @Test
    void refusesToChangeWhatTheConfigurationKeepsButTestsIt() {
        var configured = changed(SubscriptionDecision.configure(WANTED, null, NOW));
        assertThat(code(put(WANTED, configured))).isEqualTo(Code.CONFIGURED);
        assertThat(code(turn(Turn.PAUSE, configured))).isEqualTo(Code.CONFIGURED);
        assertThat(turn(Turn.TEST, configured)).isEqualTo(new Tested(configured));
    }

    @Test
    void letsTheConfigurationTakeOverARequestedOne() {
        var requested = changed(put(WANTED, null));
        assertThat(changed(SubscriptionDecision.configure(WANTED, requested, NOW))
                        .source())
                .isEqualTo(Stored.Source.CONFIGURATION);
    }

    @Test
    void pausesAndResumesAndKeepsThePauseThroughAChange() {
        var paused = changed(turn(Turn.PAUSE, changed(put(WANTED, null))));
        assertThat(paused.subscription().listensAt(NOW)).isFalse();
        assertThat(turn(Turn.PAUSE, paused)).isEqualTo(new Unchanged(paused));

        var other = changed(put(Given.subscription("marketing", Channel.SLACK, Filter.ALL), paused));
        assertThat(other.subscription().paused()).isTrue();
        assertThat(changed(turn(Turn.RESUME, other)).subscription().listensAt(NOW))
                .isTrue();
    }

    @Test
    void endsOnceAndIsThenPausedAndTestedNoMore() {
        var ended = changed(turn(Turn.END, changed(put(WANTED, null))));
        assertThat(ended.subscription().active()).isFalse();
        assertThat(turn(Turn.END, ended)).isEqualTo(new Unchanged(ended));
        assertThat(code(turn(Turn.PAUSE, ended))).isEqualTo(Code.OVER);
        assertThat(code(turn(Turn.TEST, ended))).isEqualTo(Code.OVER);
        assertThat(code(turn(Turn.TEST, null))).isEqualTo(Code.UNKNOWN);
    }

    @Test
    void endsByItselfWhenItsTimeHasComeAndNotBefore() {
        var until = NOW.plusSeconds(60);
        var stored = changed(put(until(until), null));
        assertThat(SubscriptionDecision.expire(stored, until.minusMillis(1))).isEqualTo(new Unchanged(stored));
        assertThat(changed(SubscriptionDecision.expire(stored, until))
                        .subscription()
                        .active())
                .isFalse();
    }

    @Test
    void refusesAnEndThatHasPassed() {
        assertThat(put(until(NOW), null))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(SubscriptionFault::pointer)
                                .containsExactly("/until"));
    }

    @Test
    void leavesToATeamWhatItMadeOfTheSubscriptionByContract() {
        var byContract = changed(SubscriptionDecision.contract(WANTED, null, NOW));
        assertThat(byContract.source()).isEqualTo(Stored.Source.CONTRACT);

        var paused = changed(turn(Turn.PAUSE, byContract));
        assertThat(SubscriptionDecision.contract(WANTED, paused, NOW)).isEqualTo(new Unchanged(paused));
        var ended = changed(turn(Turn.END, byContract));
        assertThat(SubscriptionDecision.contract(WANTED, ended, NOW)).isEqualTo(new Unchanged(ended));
        var taken = changed(put(Given.subscription("marketing", Channel.SLACK, Filter.ALL), byContract));
        assertThat(SubscriptionDecision.contract(WANTED.ended(), taken, NOW)).isEqualTo(new Unchanged(taken));
    }

    @Test
    void endsTheSubscriptionByContractOfWhomItNamesNoLongerAndRevivesIt() {
        var byContract = changed(SubscriptionDecision.contract(WANTED, null, NOW));
        var left = changed(SubscriptionDecision.contract(WANTED.ended(), byContract, NOW));
        assertThat(left.subscription().active()).isFalse();
        assertThat(changed(SubscriptionDecision.contract(WANTED, left, NOW))
                        .subscription()
                        .active())
                .isTrue();
    }

    @Test
    void keepsAPauseWhetherByContractOrByAccess() {
        var byAccess = changed(SubscriptionDecision.access(WANTED, null, NOW));
        var paused = changed(turn(Turn.PAUSE, byAccess));
        assertThat(paused.source()).isEqualTo(Stored.Source.ACCESS);

        var named = changed(SubscriptionDecision.contract(WANTED, paused, NOW));
        assertThat(named.source()).isEqualTo(Stored.Source.CONTRACT);
        assertThat(named.subscription().paused()).isTrue();
        var left = changed(SubscriptionDecision.contractLeft(named, NOW));
        assertThat(left.source()).isEqualTo(Stored.Source.ACCESS);
        assertThat(left.subscription().paused()).isTrue();
        var ended = changed(turn(Turn.END, left));
        assertThat(SubscriptionDecision.access(WANTED, ended, NOW)).isEqualTo(new Unchanged(ended));
    }

    @Test
    void subscribesOwnerAndConsumersOfAContractOnceEach() {
        var subscriptions = ContractSubscriptions.of(
                "cart.orders",
                new Owner("cart-team", "#cart"),
                List.of(
                        new Consumer("sales", null, null),
                        new Consumer("cart-team", null, null),
                        new Consumer(null, "someone@example.com", null)));
        assertThat(subscriptions).extracting(Subscription::subscriber).containsExactly("cart-team", "sales");
        assertThat(subscriptions).allSatisfy(one -> {
            assertThat(one.filter().products()).containsExactly("cart.orders");
            assertThat(SubscriptionRules.faults(one)).isEmpty();
        });
    }

    @Test
    void keepsTheIdsOfSubscriptionsByDefaultForTheirTeams() {
        var mine = new Subscription(ORDERS.id(), "t", null, Filter.ALL, Channel.FEED, null, true);
        assertThat(put(mine, null))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo("/id");
                            assertThat(fault.message()).contains("'contract-'", "choose another");
                        }));

        var byContract = changed(SubscriptionDecision.contract(ORDERS, null, NOW));
        assertThat(put(mine, byContract))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(SubscriptionFault::pointer)
                                .containsExactly("/subscriber"));
    }

    @Test
    void letsATeamDoWhatItLikesWithItsOwnSubscriptionByDefault() {
        var byContract = changed(SubscriptionDecision.contract(ORDERS, null, NOW));
        var onSlack = new Subscription(ORDERS.id(), "cart-team", null, Filter.ALL, Channel.SLACK, null, true);

        var taken = changed(put(onSlack, byContract));
        assertThat(taken.source()).isEqualTo(Stored.Source.REQUEST);
        var ended = changed(turn(Turn.END, taken));
        assertThat(changed(put(onSlack, ended)).subscription().active()).isTrue();
    }

    private static Subscription until(Instant until) {
        return new Subscription("marketing", "t", null, Filter.ALL, Channel.FEED, null, true, false, until);
    }

    private static SubscriptionDecision put(Subscription wanted, @Nullable Stored standing) {
        return SubscriptionDecision.put(wanted, false, standing, ALICE, NOW);
    }

    private static SubscriptionDecision turn(Turn turn, @Nullable Stored standing) {
        return SubscriptionDecision.turn("marketing", turn, standing, ALICE, NOW);
    }

    private static Stored changed(SubscriptionDecision decision) {
        assertThat(decision).isInstanceOf(Changed.class);
        return ((Changed) decision).stored();
    }

    private static Code code(SubscriptionDecision decision) {
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused) decision).code();
    }
}
