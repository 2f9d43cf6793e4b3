package io.meshwork.notifier.feed.web;

import static io.meshwork.notifier.Given.NOW;
import static io.meshwork.notifier.Given.subscription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.security.DomainAuthorizer;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.notifier.feed.log.Selection;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Filter;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscriptions;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ReadersTest {

    private static final Caller NOBODY = new Caller.Unproven("anonymous", "no token");
    private static final Caller TEAM = new Caller.Verified("tom", Set.of("mine-team"), Set.of());
    private static final Caller OTHER = new Caller.Verified("eve", Set.of("cart"), Set.of("governance"));
    private static final Caller OPS = new Caller.Verified("olga", Set.of(), Set.of("ops"));

    private final Readers readers = new Readers(subscriptions(), new DomainAuthorizer());

    @Test
    void letsEverybodyReadWhatHappensToProducts() {
        assertThatCode(() -> readers.check(NOBODY, new Selection("cart.*", "cart", null)))
                .doesNotThrowAnyException();
    }

    @Test
    void letsTheTeamAndOpsReadASubscription() {
        assertThatCode(() -> readers.check(TEAM, Selection.ofSubscription("mine")))
                .doesNotThrowAnyException();
        assertThatCode(() -> readers.check(OPS, Selection.ofSubscription("mine")))
                .doesNotThrowAnyException();
        assertThat(status(() -> readers.check(OTHER, Selection.ofSubscription("mine"))))
                .isEqualTo(403);
        assertThat(status(() -> readers.check(NOBODY, Selection.ofSubscription("mine"))))
                .isEqualTo(403);
    }

    @Test
    void saysWhatCanNeverBeRead() {
        assertThat(status(() -> readers.check(OPS, Selection.ofSubscription("none"))))
                .isEqualTo(404);
        assertThat(status(() -> readers.check(OPS, Selection.ofSubscription("slack"))))
                .isEqualTo(409);
        assertThat(status(() -> readers.check(OPS, Selection.ofProduct("Cart.<b>"))))
                .isEqualTo(400);
        assertThat(status(() -> readers.check(OPS, Selection.ofProduct("")))).isEqualTo(400);
        assertThat(status(() -> readers.check(OPS, Selection.ofDomain("cart.orders"))))
                .isEqualTo(400);
        assertThat(status(() -> readers.check(OPS, Selection.ofDomain("c".repeat(1_000_000)))))
                .isEqualTo(400);
    }

    private static int status(ThrowingCallable check) {
        var problem = new ProblemException[1];
        assertThatThrownBy(check).isInstanceOfSatisfying(ProblemException.class, e -> problem[0] = e);
        assertThat(problem[0].getMessage()).hasSizeLessThan(400);
        return problem[0].status().value();
    }

    private static Subscriptions subscriptions() {
        return (Subscriptions) Proxy.newProxyInstance(
                Subscriptions.class.getClassLoader(), new Class<?>[] {Subscriptions.class}, (_, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("find");
                    return find((String) arguments[0]);
                });
    }

    private static Optional<Stored> find(String id) {
        return switch (id) {
            case "mine" -> Optional.of(stored(id, Channel.FEED));
            case "slack" -> Optional.of(stored(id, Channel.SLACK));
            default -> Optional.empty();
        };
    }

    private static Stored stored(String id, Channel channel) {
        return new Stored(subscription(id, channel, Filter.ALL), Stored.Source.REQUEST, 1, "tom", NOW);
    }
}
