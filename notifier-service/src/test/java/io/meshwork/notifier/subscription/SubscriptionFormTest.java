package io.meshwork.notifier.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.subscription.SubscriptionForm.Reading.Readable;
import io.meshwork.notifier.subscription.SubscriptionForm.Reading.Unreadable;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubscriptionFormTest {

    @Test
    void readsWhatEveryChannelUnderstands() {
        assertThat(form("ok", "t", List.of("cart.*"), List.of("published"), "feed")
                        .read())
                .isInstanceOf(Readable.class);
    }

    @Test
    void tellsEverythingThatIsWrongAndWhere() {
        var form = form("Bad Id", " ", List.of("cart/*"), List.of("published", "publishd"), "smoke-signals");

        assertThat(faults(form))
                .extracting(SubscriptionFault::pointer)
                .containsExactly("/channel", "/eventTypes/1", "/id", "/subscriber", "/products");
    }

    @Test
    void namesTheWordThatWasMeantAndThoseThatThereAre() {
        assertThat(faults(form("ok", "t", List.of(), List.of("publishd"), "feed"))
                        .getFirst()
                        .message())
                .contains("'publishd' is unknown", "Did you mean `published`?", "compliance_changed");
    }

    @Test
    void aWebhookNeedsAnEndpoint() {
        assertThat(faults(form("ok", "t", List.of(), List.of(), "webhook")))
                .extracting(SubscriptionFault::pointer)
                .containsExactly("/target");
    }

    @Test
    void refusesMoreEntriesThanAnyoneReads() {
        var many = IntStream.range(0, 101).mapToObj(i -> "cart.p" + i).toList();
        assertThat(faults(form("ok", "t", many, List.of(), "feed")))
                .extracting(SubscriptionFault::pointer)
                .containsExactly("/products");
        assertThat(form("ok", "t", many.subList(0, 100), List.of(), "feed").read())
                .isInstanceOf(Readable.class);
    }

    @Test
    void readsAnEntryThatIsSaidTwiceOnce() {
        assertThat(form("ok", "t", Collections.nCopies(200, "cart.*"), List.of(), "feed")
                        .read())
                .isInstanceOf(Readable.class);
    }

    @Test
    void readsATopicOfItsOwn() {
        var form = withTopic("feed", new OwnTopicForm(720, "CN=sales-app,O=Example"), "current");

        assertThat(((Readable) form.read()).subscription().topic())
                .isEqualTo(new OwnTopic(Duration.ofDays(30), "CN=sales-app,O=Example"));
        assertThat(((Readable) withTopic("feed", new OwnTopicForm(null, null), "now")
                                .read())
                        .subscription()
                        .topic())
                .isEqualTo(new OwnTopic(Duration.ofDays(7), null));
    }

    @Test
    void refusesATopicThatLetsInOthersOrIsKeptForever() {
        for (var reader :
                List.of("*", "User:sales", "ANONYMOUS", "anonymous", "", "a*", "\u0000", "x".repeat(201), "a\nb")) {
            assertThat(faults(withTopic("feed", new OwnTopicForm(null, reader), "now")))
                    .extracting(SubscriptionFault::pointer)
                    .containsExactly("/topic/reader");
        }
        for (var hours : List.of(0, -1, 8761, Integer.MAX_VALUE)) {
            assertThat(faults(withTopic("feed", new OwnTopicForm(hours, null), "now")))
                    .extracting(SubscriptionFault::pointer)
                    .containsExactly("/topic/retentionHours");
        }
        assertThat(faults(withTopic("slack", new OwnTopicForm(null, null), "now")))
                .extracting(SubscriptionFault::pointer)
                .containsExactly("/topic");
    }

    @Test
    void tellsThePresentStateOnlyWhereNobodyElseHearsIt() {
        assertThat(withTopic("feed", new OwnTopicForm(null, null), "current").read())
                .isInstanceOf(Readable.class);
        assertThat(faults(withTopic("feed", null, "current")))
                .extracting(SubscriptionFault::pointer)
                .containsExactly("/start");
        assertThat(faults(withTopic("feed", null, "curent")))
                .extracting(SubscriptionFault::message)
                .containsExactly("'curent' is unknown. Did you mean `current`? Known are: now, current");
    }

    @Test
    void readsAFilterAndSaysWhereItIsWrong() {
        assertThat(form("ok", "update.breaking").read())
                .isInstanceOfSatisfying(
                        Readable.class,
                        readable -> assertThat(readable.subscription().filter().expression())
                                .isEqualTo("update.breaking"));
        assertThat(faults(form("ok", "update.breaking &&\n update.scor < 0.9")))
                .singleElement()
                .isEqualTo(new SubscriptionFault(
                        "/filter",
                        "line 2, column 9: there is no field 'scor'. Did you mean `score`? The guide to notifications"
                                + " lists what an update has"));
    }

    private static List<SubscriptionFault> faults(SubscriptionForm form) {
        assertThat(form.read()).isInstanceOf(Unreadable.class);
        return ((Unreadable) form.read()).faults();
    }

    private static SubscriptionForm form(
            String id, String subscriber, List<String> products, List<String> types, String channel) {
        return form(id, subscriber, products, types, channel, null, null, "now");
    }

    private static SubscriptionForm withTopic(String channel, @Nullable OwnTopicForm topic, String start) {
        return form("ok", "t", List.of(), List.of(), channel, null, topic, start);
    }

    private static SubscriptionForm form(String id, String filter) {
        return form(id, "t", List.of(), List.of(), "feed", filter, null, "now");
    }

    private static SubscriptionForm form(
            String id,
            String subscriber,
            List<String> products,
            List<String> types,
            String channel,
            @Nullable String filter,
            @Nullable OwnTopicForm topic,
            String start) {
        return new SubscriptionForm(
                id,
                subscriber,
                null,
                products,
                List.of(),
                List.of(),
                types,
                "info",
                List.of(),
                filter,
                channel,
                null,
                null,
                ScheduleForm.AT_ONCE,
                true,
                topic,
                start);
    }
}
