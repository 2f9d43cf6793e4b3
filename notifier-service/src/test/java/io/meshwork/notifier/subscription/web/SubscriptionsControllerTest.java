package io.meshwork.notifier.subscription.web;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.security.DomainAuthorizer;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Filter;
import io.meshwork.notifier.subscription.OneSubscription;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscription;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscriptionsControllerTest {

    private static final Stored SALES = stored();
    private static final SubscriptionPage.Item FULL = SubscriptionPage.item(SALES);
    private static final Caller CART = new Caller.Verified("carl", Set.of("cart"), Set.of());
    private static final Caller SALES_TEAM = new Caller.Verified("sam", Set.of("sales-team"), Set.of());
    private static final Caller OPS = new Caller.Verified("olga", Set.of(), Set.of("ops"));

    private final SubscriptionsController controller =
            new SubscriptionsController(new OneSubscription(SALES), _ -> List.of("sales"), new DomainAuthorizer());

    @Test
    void showsTheFollowersOfAProductToItsOwnerAndNobodyElse() {
        assertThat(controller.list(CART, "cart.orders", null, null, 50).items()).hasSize(1);
        assertThat(controller.list(OPS, "cart.orders", null, null, 50).items()).hasSize(1);
        assertThatThrownBy(() -> controller.list(SALES_TEAM, "cart.orders", null, null, 50))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("whoever may publish it");
    }

    @Test
    void keepsFilterAndTargetOfATeamFromTheOwnersOfWhatItFollows() {
        assertThat(controller.list(CART, "cart.orders", null, null, 50).items())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.subscriber()).isEqualTo("sales-team");
                    assertThat(item.filter()).isNull();
                    assertThat(item.target()).isNull();
                });
        assertThat(controller.list(OPS, "cart.orders", null, null, 50).items()).containsExactly(FULL);
        assertThat(controller
                        .list(SALES_TEAM, "cart.orders", "sales-team", null, 50)
                        .items())
                .containsExactly(FULL);
        assertThat(controller.subscription(SALES_TEAM, "sales")).isEqualTo(FULL);
    }

    @Test
    void showsATeamItsOwnSubscriptionsAndOpsAll() {
        assertThat(controller.list(SALES_TEAM, null, "sales-team", null, 50).items())
                .hasSize(1);
        assertThat(controller.subscription(SALES_TEAM, "sales").subscriber()).isEqualTo("sales-team");
        assertThat(controller.list(OPS, null, null, null, 50).items()).hasSize(1);
        assertThatThrownBy(() -> controller.list(CART, null, "sales-team", null, 50))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> controller.subscription(CART, "sales")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> controller.list(SALES_TEAM, null, null, null, 50))
                .hasMessageContaining("?subscriber=");
    }

    private static Stored stored() {
        var subscription = new Subscription(
                "sales",
                "sales-team",
                null,
                Filter.ALL.where("update.breaking"),
                Channel.EMAIL,
                "sales@example.com",
                true);
        return new Stored(subscription, Stored.Source.REQUEST, 1, "alice", NOW);
    }
}
