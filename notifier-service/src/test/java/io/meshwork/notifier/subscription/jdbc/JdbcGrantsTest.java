package io.meshwork.notifier.subscription.jdbc;

import static io.meshwork.notifier.Given.NOW;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.contract.model.Consumer;
import io.meshwork.contract.model.Owner;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.subscription.ContractSubscriptions;
import io.meshwork.notifier.subscription.Grant;
import io.meshwork.notifier.subscription.Party;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscribing;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What access to a product makes of the subscription to it, in whatever order that is heard. */
class JdbcGrantsTest {

    private static final Party SALES = new Party("cart.orders", "sales");

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestPlatform.shared().jdbcUrl("notifier_grants"), "postgres", "");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final JdbcSubscriptions subscriptions = new JdbcSubscriptions(jdbc);
    private final JdbcGrants grants = new JdbcGrants(jdbc);
    private final Subscribing subscribing = new Subscribing(subscriptions, grants, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/messaging", "classpath:db/notifier")
                .load()
                .migrate();
        jdbc.sql("truncate subscription, access_grant, gone_product").update();
    }

    @Test
    void subscribesForAsLongAsThereIsAccess() {
        assertThat(decided(permitted("reporting", 1))).containsExactly("access 1");
        assertThat(decided(permitted("reporting", 1))).isEmpty();
        assertThat(decided(permitted("planning", 2), denied("reporting", 3))).isEmpty();
        assertThat(decided(denied("planning", 4))).containsExactly("access 2 ended");
        assertThat(decided(permitted("planning", 5))).containsExactly("access 3");
    }

    @Test
    void believesTheNewestDecisionWhateverComesFirst() {
        decided(permitted("reporting", 5));

        assertThat(decided(denied("reporting", 4))).isEmpty();
        assertThat(decided(permitted("reporting", 7), denied("reporting", 6))).isEmpty();
        assertThat(decided(denied("reporting", 8))).containsExactly("access 2 ended");
        assertThat(decided(permitted("reporting", 7))).isEmpty();
        assertThat(decided(denied("never-asked", 9), permitted("never-asked", 8)))
                .isEmpty();
    }

    @Test
    void isOneSubscriptionWithThatOfTheContract() {
        decided(permitted("reporting", 1));

        assertThat(contract("sales")).containsExactly("contract 2");
        assertThat(contract()).containsExactly("access 3");
        assertThat(contract()).isEmpty();
        assertThat(contract("sales")).containsExactly("contract 4");
        assertThat(decided(denied("reporting", 2))).isEmpty();
        assertThat(contract()).containsExactly("contract 5 ended");
    }

    @Test
    void endsWithTheProduct() {
        decided(permitted("reporting", 1));

        assertThat(told(subscribing.gone(Map.of("cart.orders", NOW.plusSeconds(5)))))
                .containsExactly("access 2 ended");
        assertThat(decided(permitted("reporting", 4))).isEmpty();
        assertThat(decided(permitted("reporting", 6))).containsExactly("access 3");
    }

    @Test
    void neverSubscribesToAProductThatIsGoneByWhatIsHeardOnlyLater() {
        subscribing.gone(Map.of("cart.orders", NOW.plusSeconds(5)));
        subscribing.gone(Map.of("cart.orders", NOW.plusSeconds(3)));

        assertThat(decided(permitted("reporting", 4), permitted("planning", 5))).isEmpty();
        assertThat(decided(permitted("reporting", 6))).containsExactly("access 1");
    }

    @Test
    void ofTheSameMomentBelievesTheLastDecision() {
        assertThat(decided(denied("reporting", 1), permitted("reporting", 1))).containsExactly("access 1");
        assertThat(decided(denied("reporting", 1))).containsExactly("access 2 ended");
        assertThat(decided(permitted("reporting", 2), denied("reporting", 2))).isEmpty();
    }

    @Test
    void waitsForWhoeverJustHearsThatTheProductIsGone() throws Exception {
        try (var others = Executors.newSingleThreadExecutor()) {
            var heard = transaction.execute(_ -> {
                grants.end(Map.of("cart.orders", NOW.plusSeconds(5)));
                var late = others.submit(() -> keep(permitted("reporting", 4)));
                await().atMost(TestPlatform.PATIENCE).until(this::somebodyWaits);
                return late;
            });
            heard.get();
        }

        assertThat(grants.standing(Set.of("cart.orders"))).isEmpty();
    }

    @Test
    void keepsAndEndsAtTheSameTimeWithoutADeadlock() throws Exception {
        var parties = IntStream.range(0, 40)
                .mapToObj(i -> new Party("cart.p" + i % 4, "team-" + i))
                .toList();
        var products = parties.stream().map(Party::productId).collect(toSet());
        try (var others = Executors.newFixedThreadPool(3)) {
            var rounds = IntStream.range(1, 120)
                    .mapToObj(round -> others.submit(() -> {
                        if (round % 3 == 0) {
                            transaction.executeWithoutResult(_ -> grants.end(
                                    products.stream().collect(toMap(id -> id, _ -> NOW.plusSeconds(round)))));
                        } else {
                            keep(parties.stream()
                                    .map(party ->
                                            new Grant(Identity.of(party.team()), party, false, NOW.plusSeconds(round)))
                                    .toArray(Grant[]::new));
                        }
                    }))
                    .toList();
            for (var round : rounds) {
                round.get();
            }
        }
    }

    @Test
    void forgetsWhatHeldLongAgoAndWaitsForNobodyMeanwhile() throws Exception {
        decided(denied("reporting", 1), denied("planning", 1), permitted("auditing", 1));
        try (var others = Executors.newSingleThreadExecutor()) {
            transaction.executeWithoutResult(_ -> {
                jdbc.sql("select 1 from access_grant where question = ? for update")
                        .param(Identity.of("planning"))
                        .query(Integer.class)
                        .list();
                var forgetting = others.submit(() -> grants.keep(List.of(), NOW.plus(Duration.ofDays(31))));
                await().atMost(TestPlatform.PATIENCE).until(forgetting::isDone);
            });
        }

        assertThat(jdbc.sql("select question from access_grant")
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(Identity.of("planning"), Identity.of("auditing"));
    }

    @Test
    void leavesToATeamWhatItMadeOfIt() {
        decided(permitted("reporting", 1));
        var stored = subscriptions.find(id()).orElseThrow();
        subscriptions.save(new Stored(stored.subscription(), Stored.Source.REQUEST, 2, "alice", NOW));

        assertThat(decided(denied("reporting", 2), permitted("planning", 3))).isEmpty();
        assertThat(decided(denied("planning", 4))).isEmpty();
        assertThat(told(subscribing.gone(Map.of("cart.orders", NOW.plusSeconds(5)))))
                .isEmpty();
    }

    @Test
    void knowsWhoHasAccess() {
        decided(permitted("reporting", 1), permitted("planning", 2));

        assertThat(grants.standing(Set.of("cart.orders", "cart.others"))).containsExactly(SALES);
        assertThat(grants.standing(Set.of("cart.others"))).isEmpty();
    }

    private void keep(Grant... decided) {
        transaction.executeWithoutResult(_ -> grants.keep(Arrays.asList(decided), NOW));
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }

    private List<String> decided(Grant... decided) {
        return told(subscribing.agreeWithAccess(Arrays.asList(decided)));
    }

    private List<String> contract(String... consumers) {
        var wanted = ContractSubscriptions.of(
                "cart.orders",
                new Owner(null, null),
                Stream.of(consumers).map(team -> new Consumer(team, null, null)).toList());
        return told(subscribing.agreeWithContracts(Set.of("cart.orders"), wanted));
    }

    private static List<String> told(List<Stored> changed) {
        return changed.stream()
                .map(stored -> stored.source().name().toLowerCase(java.util.Locale.ROOT) + " " + stored.revision()
                        + (stored.subscription().active() ? "" : " ended"))
                .toList();
    }

    private String id() {
        return jdbc.sql("select id from subscription").query(String.class).single();
    }

    private static Grant permitted(String purpose, long second) {
        return grant(purpose, true, second);
    }

    private static Grant denied(String purpose, long second) {
        return grant(purpose, false, second);
    }

    private static Grant grant(String purpose, boolean permitted, long second) {
        return new Grant(Identity.of(purpose), SALES, permitted, NOW.plusSeconds(second));
    }
}
