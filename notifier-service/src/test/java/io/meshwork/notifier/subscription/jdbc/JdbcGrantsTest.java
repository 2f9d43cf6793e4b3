package io.meshwork.notifier.subscription.jdbc;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What access to a product makes of the subscription to it, in whatever order that is heard. */
class JdbcGrantsTest {

    private static final Party SALES = new Party("cart.orders", "sales");

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestPlatform.shared().jdbcUrl("notifier_grants"), "postgres", "");
    private final JdbcClient jdbc = JdbcClient.create(database);
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
        jdbc.sql("truncate subscription, access_grant").update();
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
