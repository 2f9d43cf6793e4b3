package io.meshwork.notifier.notification;

import static io.meshwork.notifier.Given.NOW;
import static io.meshwork.notifier.Given.origin;
import static io.meshwork.notifier.Given.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.Given;
import io.meshwork.notifier.incident.Filed;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.schedule.QuietHours;
import io.meshwork.notifier.schedule.Rhythm;
import io.meshwork.notifier.schedule.Schedule;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Filter;
import io.meshwork.notifier.subscription.Patience;
import io.meshwork.notifier.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressingTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final News UPDATE = News.of(Kind.LISTING_CHANGED, Severity.CRITICAL, "listing changed");
    private static final News ALERT = News.of(Kind.PRODUCT_BLOCKED, Severity.CRITICAL, "blocked");
    private static final Subscription FEED = subscription("everything", Channel.FEED, Filter.ALL);
    private static final Subscription OPS = subscription("ops", Channel.SLACK, Filter.ALL);

    private final Addressing addressing = new Addressing(_ -> Optional.empty(), DAY);

    @Test
    void decidesOnceForEachEventAndSubscription() {
        var told = addressing.decide(filed(NOW), List.of(FEED, OPS), new Patience(), NOW);
        var again = addressing.decide(filed(NOW), List.of(FEED, OPS), new Patience(), NOW);

        assertThat(told).extracting(Notification::subscriptionId).containsExactly("everything", "ops");
        assertThat(told).extracting(Notification::id).doesNotHaveDuplicates();
        assertThat(again).isEqualTo(told);
    }

    @Test
    void deliversToTheFeedWithTheDecisionAndToSlackLater() {
        var told = addressing.decide(filed(NOW), List.of(FEED, OPS), new Patience(), NOW);

        assertThat(told)
                .extracting(notification -> notification.delivery().state())
                .containsExactly(DeliveryState.SENT, DeliveryState.WAITING);
    }

    @Test
    void tellsPeopleTheAlertAndConsumersTheUpdate() {
        var told = addressing.decide(filed(NOW), List.of(FEED, OPS), new Patience(), NOW);

        assertThat(told).extracting(Notification::news).containsExactly(UPDATE, ALERT);
    }

    @Test
    void tellsNoAlertToTheFeed() {
        var occurrence = Occurrence.alert(origin("e"), About.PLATFORM, NOW, ALERT);

        assertThat(addressing.decide(Filed.unfiled(occurrence), List.of(FEED), new Patience(), NOW))
                .isEmpty();
    }

    @Test
    void tellsPeopleTheUpdateWhenTheyDoNotWantTheAlert() {
        var updates = new Filter(Set.of(), Set.of(), Set.of(), Set.of("listing_changed"), Severity.INFO);

        var told =
                addressing.decide(filed(NOW), List.of(subscription("x", Channel.SLACK, updates)), new Patience(), NOW);

        assertThat(told).extracting(Notification::news).containsExactly(UPDATE);
    }

    @Test
    void recordsButDoesNotSendWhatItFirstSeesAfterADay() {
        var told = addressing.decide(filed(NOW.minus(DAY).minusMillis(1)), List.of(FEED, OPS), new Patience(), NOW);

        assertThat(told).extracting(Notification::delivery).allSatisfy(delivery -> {
            assertThat(delivery.state()).isEqualTo(DeliveryState.SUPPRESSED);
            assertThat(delivery.reason()).contains("24 h");
        });
    }

    @Test
    void tellsNobodyWhoPausedOrWhoseTimeIsOver() {
        var paused = new Subscription("p", "t", null, Filter.ALL, Channel.FEED, null, true, true, null);
        var over = new Subscription("o", "t", null, Filter.ALL, Channel.FEED, null, true, false, NOW);
        var lasting = new Subscription("l", "t", null, Filter.ALL, Channel.FEED, null, true, false, NOW.plusMillis(1));
        assertThat(addressing.decide(filed(NOW), List.of(paused, over, lasting), new Patience(), NOW))
                .extracting(Notification::subscriptionId)
                .containsExactly("l");
    }

    @Test
    void sendsWhatIsExactlyADayOld() {
        var told = addressing.decide(filed(NOW.minus(DAY)), List.of(FEED), new Patience(), NOW);

        assertThat(told)
                .extracting(notification -> notification.delivery().state())
                .containsExactly(DeliveryState.SENT);
    }

    @Test
    void suppressesWhatHasNowhereToGoAndSaysWhatIsMissing() {
        var nowhere = new Addressing(_ -> Optional.of("set mesh.slack.webhook-url"), DAY);

        var told = nowhere.decide(filed(NOW), List.of(OPS), new Patience(), NOW);

        assertThat(told.getFirst().delivery())
                .isEqualTo(new Notification.Delivery(DeliveryState.SUPPRESSED, "set mesh.slack.webhook-url"));
    }

    @Test
    void tellsTheEndToThoseWhoKnowTheBeginning() {
        var nothing = new Filter(Set.of("other.*"), Set.of(), Set.of(), Set.of(), Severity.INFO);
        var follower = subscription("follower", Channel.SLACK, nothing);
        var filed = new Filed(blocked(NOW), 7L, NOW.plusSeconds(3), Set.of("follower"));

        var told = addressing.decide(filed, List.of(FEED, follower), new Patience(), NOW);

        assertThat(told).extracting(Notification::news).containsExactly(UPDATE, ALERT);
        assertThat(told).extracting(Notification::incident).containsExactly(null, 7L);
        assertThat(told).extracting(Notification::notBefore).containsExactly(null, NOW.plusSeconds(3));
    }

    @Test
    void asksAConditionOfTheAlertOfTheUpdateAndNotOfTheEndOfAStory() {
        var blocked = subscription("b", Channel.SLACK, Filter.ALL.where("update.kind == 'product_blocked'"));
        var changed = subscription("c", Channel.SLACK, Filter.ALL.where("update.kind == 'listing_changed'"));
        var neither = subscription("n", Channel.SLACK, Filter.ALL.where("update.kind == 'published'"));
        var follower = subscription("f", Channel.SLACK, Filter.ALL.where("update.kind == 'published'"));
        var filed = new Filed(blocked(NOW), 7L, NOW, Set.of("f"));

        var told = addressing.decide(filed, List.of(blocked, changed, neither, follower), new Patience(), NOW);

        assertThat(told).extracting(Notification::subscriptionId).containsExactly("b", "c", "f");
        assertThat(told).extracting(Notification::news).containsExactly(ALERT, UPDATE, ALERT);
    }

    @Test
    void mailIsForPeople() {
        var told = addressing.decide(
                filed(NOW), List.of(subscription("m", Channel.EMAIL, Filter.ALL)), new Patience(), NOW);

        assertThat(told).extracting(Notification::news).containsExactly(ALERT);
        assertThat(told.getFirst().delivery().state()).isEqualTo(DeliveryState.WAITING);
    }

    @Test
    void whatComesWithADigestIsDueTogetherAndATestIsNot() {
        var hourly = scheduled(new Schedule(new Rhythm.Every(Duration.ofHours(1)), null));

        var told = addressing.decide(filed(NOW), List.of(OPS, hourly), new Patience(), NOW);
        var later = addressing.decide(filed(NOW), List.of(hourly), new Patience(), NOW.plusSeconds(3_599));
        var asked = addressing.decide(blocked(NOW), ALERT, hourly);

        assertThat(told).extracting(Notification::notBefore).containsExactly(null, NOW.plusSeconds(3_600));
        assertThat(later).extracting(Notification::notBefore).containsExactly(NOW.plusSeconds(3_600));
        assertThat(told.get(1).delivery().state()).isEqualTo(DeliveryState.WAITING);
        assertThat(asked.notBefore()).isNull();
    }

    @Test
    void quietHoursGoByTheSeverityOfWhatIsTold() {
        var quiet =
                new QuietHours(LocalTime.of(11, 0), LocalTime.of(14, 0), ZoneId.of("UTC"), Set.of(), Severity.CRITICAL);
        var calm = scheduled(new Schedule(new Rhythm.AtOnce(), quiet));
        var warning = News.of(Kind.QUALITY_FAILED, Severity.WARNING, "failed");
        var failed = Occurrence.alert(origin("failed"), About.PLATFORM, NOW, warning);

        assertThat(addressing
                        .decide(filed(NOW), List.of(calm), new Patience(), NOW)
                        .getFirst()
                        .notBefore())
                .isNull();
        assertThat(addressing
                        .decide(Filed.unfiled(failed), List.of(calm), new Patience(), NOW)
                        .getFirst()
                        .notBefore())
                .isEqualTo(NOW.plusSeconds(7_200));
    }

    private static Subscription scheduled(Schedule schedule) {
        return new Subscription("d", "t", null, Filter.ALL, Channel.SLACK, null, true, false, null, schedule);
    }

    private static Filed filed(Instant time) {
        return Filed.unfiled(blocked(time));
    }

    private static Occurrence blocked(Instant time) {
        return new Occurrence(origin("blocked", time), About.product(Given.orders()), NOW, UPDATE, ALERT);
    }
}
