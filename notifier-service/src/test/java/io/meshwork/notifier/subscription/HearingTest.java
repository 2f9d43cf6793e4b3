package io.meshwork.notifier.subscription;

import static io.meshwork.notifier.Given.NOW;
import static io.meshwork.notifier.Given.origin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.meshwork.notifier.Given;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Particulars;
import io.meshwork.notifier.news.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HearingTest {

    private static final News FAILED = News.of(Kind.QUALITY_CHANGED, Severity.WARNING, "Orders failed their checks")
            .because(Given.findings("unique-id"));
    private static final Occurrence SCORED = Occurrence.update(
                    origin("scored"), About.product(Given.orders()), NOW, FAILED)
            .with(Particulars.scored("failed", 0.5));
    private static final Occurrence PUBLISHED = Occurrence.update(
                    origin("published"),
                    About.product(Given.orders()),
                    NOW,
                    News.of(Kind.PUBLISHED, Severity.WARNING, "Orders were published"))
            .with(Particulars.changed(List.of("orders.email", "orders.customer.id"), true));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update.kind == 'quality_changed' && update.severity in ['warning', 'critical']",
                "update.productId == 'cart.orders' && update.domain == 'cart' && update.version.startsWith('1.')",
                "update.title.contains('Ord') && update.owner.team == 'cart-team' && update.owner.contact == '#cart'",
                "'gold' in update.tags && !('silver' in update.tags)",
                "update.status == 'failed' && update.score < 0.9 && update.score < 1",
                "!update.breaking && update.changedFields.size() == 0",
                "update.headline.matches('failed .*checks') && update.details.exists(d, d.startsWith('unique-id'))",
                "update.occurredAt.getDayOfWeek('Europe/Berlin') == 0",
                "update.kind != 'published' ||\n update.breaking",
            })
    void passesWhatTheExpressionIsTrueFor(String expression) {
        assertThat(new Hearing(SCORED, new Patience()).of(FAILED, wanting(expression)))
                .contains(FAILED);
        assertThat(new Hearing(SCORED, new Patience()).of(FAILED, wanting("!(" + expression + ")")))
                .isEmpty();
    }

    @Test
    void knowsWhatChangedAndWhetherThatBreaksConsumers() {
        var news = PUBLISHED.update();

        assertThat(new Hearing(PUBLISHED, new Patience()).of(news, wanting("update.breaking")))
                .contains(news);
        assertThat(new Hearing(PUBLISHED, new Patience())
                        .of(news, wanting("update.changedFields.exists(f, f.startsWith('orders.customer.'))")))
                .contains(news);
        assertThat(new Hearing(PUBLISHED, new Patience()).of(news, wanting("'orders.phone' in update.changedFields")))
                .isEmpty();
    }

    @Test
    void tellsInDoubtAndSaysWhy() {
        assertThat(new Hearing(PUBLISHED, new Patience()).of(PUBLISHED.update(), wanting("update.score < 0.9")))
                .hasValueSatisfying(told -> {
                    assertThat(told.headline()).isEqualTo("Orders were published");
                    assertThat(told.details())
                            .containsExactly(
                                    "Note: The filter of s could not be decided: the update has no 'score'; the"
                                            + " filter should ask has(….'score') before it reads it");
                });
        assertThat(new Hearing(PUBLISHED, new Patience())
                        .of(PUBLISHED.update(), wanting("has(update.score) && update.score < 0.9")))
                .isEmpty();
    }

    /** By a newer version of the notifier, for instance. */
    @Test
    void tellsInDoubtWhenTheExpressionCannotBeUnderstood() {
        assertThat(new Hearing(SCORED, new Patience()).of(FAILED, wanting("update.weather == 'fine'")))
                .hasValueSatisfying(
                        told -> assertThat(told.details().getLast()).endsWith("there is no field 'weather'"));
    }

    @Test
    void asksOnlyWhereTheRestOfTheFilterPasses() {
        var filter =
                new Filter(Set.of("media.*"), Set.of(), Set.of(), Set.of(), Severity.INFO).where("update.nonsense");

        assertThat(new Hearing(SCORED, new Patience()).of(FAILED, Given.subscription("s", Channel.FEED, filter)))
                .isEmpty();
    }

    @Test
    void leavesTheEndOfAStoryToThoseWhoKnowItsBeginning() {
        var over = News.of(Kind.INCIDENT_RESOLVED, Severity.WARNING, "It is over");
        var occurrence = Occurrence.alert(origin("over"), About.product(Given.orders()), NOW, over);

        assertThat(new Hearing(occurrence, new Patience()).of(over, wanting("update.score < 0.9")))
                .isEmpty();
    }

    /** Each alone would be allowed; what is left of them is told, and other teams are asked as ever. */
    @Test
    void noTeamKeepsTheOthersWaiting() {
        var digits = "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]";
        var slow = "%1$s.all(a, %1$s.all(b, update.headline != string(a)))".formatted(digits);
        var hearing = new Hearing(SCORED, new Patience());

        var told = assertTimeout(
                Duration.ofSeconds(10),
                () -> IntStream.range(0, 3_000)
                        .mapToObj(_ -> hearing.of(FAILED, wanting(slow)).orElseThrow())
                        .toList());

        assertThat(told.getFirst()).isEqualTo(FAILED);
        assertThat(told.getLast().details().getLast()).contains("takes more work than one update is worth");
        var others =
                Given.subscription("others", Channel.FEED, Filter.ALL.where("!update.headline.contains('failed')"));
        assertThat(hearing.of(FAILED, others)).isEmpty();
    }

    /** One that reads many fields is asked as far as its work goes, and then told. */
    @Test
    void tellsWhenThereIsTooMuchToLookAt() {
        var fields = IntStream.range(0, 20_000).mapToObj(i -> "orders.f" + i).toList();
        var occurrence = Occurrence.update(origin("large"), About.product(Given.orders()), NOW, FAILED)
                .with(Particulars.changed(fields, false));

        assertThat(new Hearing(occurrence, new Patience())
                        .of(FAILED, wanting("'orders.f19999' in update.changedFields")))
                .contains(FAILED);
        assertThat(new Hearing(occurrence, new Patience())
                        .of(FAILED, wanting("update.changedFields.exists(f, f.matches('^nothing$'))")))
                .hasValueSatisfying(told -> assertThat(told.details().getLast()).contains("could not be decided"));
    }

    private static Subscription wanting(String expression) {
        return Given.subscription("s", Channel.FEED, Filter.ALL.where(expression));
    }
}
