package io.meshwork.notifier.incident.jdbc;

import static io.meshwork.notifier.Given.NOW;
import static io.meshwork.notifier.Given.origin;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.incident.Change;
import io.meshwork.notifier.incident.Change.What;
import io.meshwork.notifier.incident.Filed;
import io.meshwork.notifier.incident.IncidentDesk;
import io.meshwork.notifier.incident.IncidentRules;
import io.meshwork.notifier.incident.IncidentState;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.news.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of incidents, on a real database. */
class IncidentDeskTest {

    private static final IncidentRules RULES = new IncidentRules(
            Duration.ofSeconds(3),
            Duration.ofMinutes(5),
            Duration.ofHours(4),
            Duration.ofMinutes(10),
            2,
            Duration.ofMinutes(10),
            4);

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestPlatform.shared().jdbcUrl("notifier_incidents"), "postgres", "");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final JdbcIncidents incidents = new JdbcIncidents(jdbc);
    private final IncidentDesk desk = new IncidentDesk(incidents, RULES);
    private final List<Change> changes = new ArrayList<>();

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/messaging", "classpath:db/notifier")
                .load()
                .migrate();
        jdbc.sql("truncate incident, incident_line, incident_story, incident_told, notification")
                .update();
    }

    @Test
    void filesAlertsOfOneTroubleUnderOneIncident() {
        var first = file(NOW, wrong("cart.orders", "listing", 1));
        var second = file(NOW.plusSeconds(60), wrong("cart.orders", "listing", 2));
        var other = file(NOW, wrong("cart.orders", "quality", 1));

        assertThat(second.getFirst().incident()).isEqualTo(first.getFirst().incident());
        assertThat(other.getFirst().incident()).isNotEqualTo(first.getFirst().incident());
        assertThat(what()).containsExactly(What.OPENED, What.ALARMED, What.OPENED);
        assertThat(changes.get(1).incident().alerts()).isEqualTo(2);
    }

    @Test
    void filesSeveralAlertsOfOneBatchInTheirOrder() {
        file(
                NOW,
                wrong("cart.orders", "listing", 1),
                over("cart.orders", "listing", 1),
                wrong("cart.orders", "listing", 2));

        assertThat(what()).containsExactly(What.OPENED, What.RESOLVED, What.REOPENED);
        assertThat(jdbc.sql("select what from incident_story order by seq")
                        .query(String.class)
                        .list())
                .containsExactly("opened", "resolved", "reopened");
        assertThat(jdbc.sql("select state || ' ' || flaps from incident")
                        .query(String.class)
                        .list())
                .containsExactly("open 1");
    }

    @Test
    void makesAnotherIncidentOfWhatComesBackLate() {
        file(NOW, wrong("cart.orders", "listing", 1));
        file(NOW.plusSeconds(1), over("cart.orders", "listing", 1));
        file(NOW.plusSeconds(602), wrong("cart.orders", "listing", 1));

        assertThat(what()).containsExactly(What.OPENED, What.RESOLVED, What.OPENED);
        assertThat(changes.getLast().incident().number())
                .isNotEqualTo(changes.getFirst().incident().number());
    }

    @Test
    void leavesANewerVersionInTroubleWhenAnOlderOneRecovers() {
        file(NOW, wrong("cart.orders", "quality", 2));

        assertThat(file(NOW, over("cart.orders", "quality", 1)).getFirst().incident())
                .isNull();
        assertThat(file(NOW, over("cart.orders", "quality", 3)).getFirst().incident())
                .isNotNull();
        assertThat(what()).containsExactly(What.OPENED, What.RESOLVED);
    }

    @Test
    void endsAllIncidentsOfAProductThatIsGone() {
        file(
                NOW,
                wrong("cart.orders", "listing", 1),
                wrong("cart.orders", "quality", 1),
                wrong("cart.other", "quality", 1));

        var gone = Occurrence.update(
                        origin("gone"),
                        About.unknown("cart.orders", null),
                        NOW,
                        News.of(Kind.LISTING_CHANGED, Severity.WARNING, "cart.orders is no longer listed"))
                .signalling(Signal.everythingOver(Long.MAX_VALUE));
        var filed = file(NOW, gone);

        assertThat(filed).hasSize(2);
        assertThat(filed).extracting(one -> one.occurrence().origin().eventId()).doesNotHaveDuplicates();
        assertThat(changes.stream().filter(change -> change.what() == What.RESOLVED))
                .extracting(change -> change.incident().key().subject())
                .containsExactly("cart.orders", "cart.orders");
    }

    @Test
    void needsSomebodyAgainWhenItGetsWorse() {
        file(NOW, wrong("cart.orders", "objective freshness", 0));
        acknowledge(changes.getLast());

        file(NOW, wrong("cart.orders", "objective freshness", 0));
        assertThat(changes.getLast().incident().state()).isEqualTo(IncidentState.ACKNOWLEDGED);

        file(NOW, alert("cart.orders", Severity.CRITICAL).signalling(Signal.wrong("objective freshness", 0)));
        assertThat(changes.getLast().what()).isEqualTo(What.RAISED);
        assertThat(changes.getLast().incident().state()).isEqualTo(IncidentState.OPEN);
    }

    @Test
    void makesOneIncidentOfADomainOutOfManyOfItsProducts() {
        for (int i = 0; i < 3; i++) {
            file(NOW, wrong("cart.p" + i, "listing", 1));
        }
        assertThat(changes).hasSize(3);

        var filed = file(NOW, wrong("cart.p3", "listing", 1), wrong("media.p", "listing", 1));

        assertThat(filed).hasSize(3);
        assertThat(filed.getLast().occurrence().alert().headline())
                .isEqualTo("cart: 4 products have the same trouble, quality failed");
        assertThat(filed.getLast().occurrence().about().domain()).isEqualTo("cart");
    }

    @Test
    void tellsOfTheDomainAgainWhenTwiceAsManyAreInTrouble() {
        var told = IntStream.range(0, 9)
                .mapToObj(i -> file(NOW, wrong("cart.p" + i, "listing", 1)).size() - 1)
                .toList();

        assertThat(told).containsExactly(0, 0, 0, 1, 0, 0, 0, 1, 0);
    }

    @Test
    void endsTheIncidentOfTheDomainWhenFewerThanHalfAsManyAreLeft() {
        IntStream.range(0, 4).forEach(i -> file(NOW, wrong("cart.p" + i, "listing", 1)));

        var still = file(NOW, over("cart.p0", "listing", 1), over("cart.p1", "listing", 1));
        assertThat(still).hasSize(2);

        file(NOW, over("cart.p2", "listing", 1));
        assertThat(changes.getLast().incident().key().subject()).isEqualTo("cart");
        assertThat(changes.getLast().what()).isEqualTo(What.RESOLVED);
    }

    @Test
    void countsForTheDomainWhatSomebodyResolves() {
        IntStream.range(0, 4).forEach(i -> file(NOW, wrong("cart.p" + i, "listing", 1)));
        file(NOW, over("cart.p0", "listing", 1), over("cart.p1", "listing", 1));

        var left = changes.stream()
                .map(Change::incident)
                .filter(incident -> incident.key().subject().equals("cart.p2"))
                .findFirst()
                .orElseThrow();
        transaction.executeWithoutResult(
                _ -> desk.handle(new Change(left.resolved(NOW), What.RESOLVED), origin("by hand"), NOW, changes::add));

        assertThat(changes.getLast().incident().key().subject()).isEqualTo("cart");
        assertThat(changes.getLast().what()).isEqualTo(What.RESOLVED);
    }

    @Test
    void opensOneIncidentWhenTwoReplicasHearOfTheSameTrouble() {
        try (var replicas = Executors.newFixedThreadPool(4)) {
            var filed = IntStream.range(0, 40)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> transaction.execute(_ -> new IncidentDesk(incidents, RULES)
                                    .file(List.of(wrong("cart.orders", "listing", 1)), NOW, _ -> {})),
                            replicas))
                    .toList();

            assertThat(filed.stream()
                            .map(CompletableFuture::join)
                            .map(one -> one.getFirst().incident())
                            .distinct())
                    .hasSize(1);
        }
        assertThat(jdbc.sql("select alerts from incident").query(Integer.class).single())
                .isEqualTo(40);
    }

    @Test
    void countsTheTroubleOfADomainThoughReplicasAddToItAtOnce() {
        try (var replicas = Executors.newFixedThreadPool(4)) {
            var filed = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> transaction.execute(_ -> new IncidentDesk(incidents, RULES)
                                    .file(List.of(wrong("cart.p" + i, "listing", 1)), NOW, _ -> {})),
                            replicas))
                    .toList();
            filed.forEach(CompletableFuture::join);
        }

        assertThat(jdbc.sql("select count(*) from incident where subject = 'cart'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void opensNothingForHostileWordsThatDifferOnlyInWhatCannotBeStored() {
        file(NOW, wrong("cart.orders", "dead\u0000letters", 1));
        file(NOW, wrong("cart.orders", "dead\u0000letters", 1));

        assertThat(what()).containsExactly(What.OPENED, What.ALARMED);
    }

    private void acknowledge(Change change) {
        var incident = change.incident()
                .handled(
                        IncidentState.ACKNOWLEDGED,
                        new io.meshwork.notifier.incident.Incident.Handler("ann", null),
                        NOW);
        desk.handle(new Change(incident, What.ACKNOWLEDGED), origin("ack"), NOW, changes::add);
    }

    private List<Filed> file(Instant now, Occurrence... occurrences) {
        return transaction.execute(_ -> desk.file(Arrays.asList(occurrences), now, changes::add));
    }

    private List<What> what() {
        return changes.stream().map(Change::what).toList();
    }

    private static Occurrence wrong(String product, String cause, long rank) {
        return alert(product, Severity.WARNING).signalling(Signal.wrong(cause, rank));
    }

    private static Occurrence over(String product, String cause, long rank) {
        return new Occurrence(origin("over " + product), About.unknown(product, "of rank " + rank), NOW, null, null)
                .signalling(Signal.over(cause, rank));
    }

    private static Occurrence alert(String product, Severity severity) {
        var news = News.of(Kind.QUALITY_FAILED, severity, product + " is wrong");
        return Occurrence.alert(origin("wrong " + product), About.unknown(product, "1.0.0"), NOW, news);
    }
}
