package io.meshwork.notifier.feed.web;

import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Authorizer.Decision.Denied;
import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.notifier.feed.log.Selection;
import io.meshwork.notifier.news.Text;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Subscription;
import io.meshwork.notifier.subscription.Subscriptions;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Updates of products are for everybody in the mesh, as their topic is; those of a subscription for its team and ops. */
@Component
public class Readers {

    private static final Pattern PRODUCTS = Pattern.compile("[a-z0-9.*-]{1,127}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,63}");
    private static final int SHOWN = 200;

    private final Subscriptions subscriptions;
    private final Authorizer authorizer;

    Readers(Subscriptions subscriptions, Authorizer authorizer) {
        this.subscriptions = subscriptions;
        this.authorizer = authorizer;
    }

    /** @throws ProblemException when the selection can never select, or is not for this caller */
    public void check(Caller caller, Selection selection) {
        checkWord(
                "product",
                selection.product(),
                PRODUCTS,
                "can match no product id; write domain.name, with * as wildcard");
        checkWord("domain", selection.domain(), NAME, "can be no domain; name it as in the catalog, such as cart");
        var subscription = selection.subscription();
        if (subscription != null) {
            check(caller, subscription);
        }
    }

    private void check(Caller caller, String id) {
        var subscription = subscriptions
                .find(id)
                .orElseThrow(() -> problem(
                        HttpStatus.NOT_FOUND,
                        "unknown-subscription",
                        "Not found",
                        "there is no subscription '" + shown(id)
                                + "'; mesh subscription list shows those of your team"))
                .subscription();
        authorize(caller, subscription);
        if (subscription.channel() != Channel.FEED) {
            throw problem(
                    HttpStatus.CONFLICT,
                    "not-on-the-feed",
                    "Not on the feed",
                    "the subscription '" + id + "' is told by "
                            + subscription.channel().word() + "; only one with the channel feed can be read here");
        }
    }

    private void authorize(Caller caller, Subscription subscription) {
        if (authorizer.decide(caller, Action.OPERATE, "*") instanceof Denied
                && authorizer.decide(caller, Action.SUBSCRIBE, subscription.subscriber())
                        instanceof Denied(var reason)) {
            throw problem(HttpStatus.FORBIDDEN, "forbidden", "Not allowed", reason);
        }
    }

    private static void checkWord(String parameter, @Nullable String word, Pattern pattern, String advice) {
        if (word != null && !pattern.matcher(word).matches()) {
            throw problem(
                    HttpStatus.BAD_REQUEST,
                    "parameter." + parameter,
                    "Parameter not understood",
                    "'" + shown(word) + "' " + advice);
        }
    }

    private static ProblemException problem(HttpStatus status, String code, String title, String detail) {
        return new ProblemException(status, code, title, detail, List.of());
    }

    private static String shown(String text) {
        return Text.line(text, SHOWN);
    }
}
