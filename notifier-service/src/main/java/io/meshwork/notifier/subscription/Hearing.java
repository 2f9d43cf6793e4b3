package io.meshwork.notifier.subscription;

import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.policy.language.Allowance;
import io.meshwork.policy.language.Answer;
import io.meshwork.policy.language.Facts;
import io.meshwork.policy.language.Situation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What subscriptions want to hear of one occurrence. Nobody misses news because a filter could not be decided, or is more work than
 * there is patience for. For one thread.
 */
public final class Hearing {

    private final Occurrence occurrence;
    private final Patience patience;
    private final Map<Eyes, Situation> situations = new HashMap<>();

    public Hearing(Occurrence occurrence, Patience patience) {
        this.occurrence = occurrence;
        this.patience = patience;
    }

    private record Eyes(News news, String team) {}

    /** The news as the subscriber is to be told; empty when they do not want it, or there is none. */
    public Optional<News> of(@Nullable News news, Subscription subscription) {
        var filter = subscription.filter();
        if (news == null || !filter.wants(occurrence.about(), news, occurrence.changedFields())) {
            return Optional.empty();
        }
        var expression = filter.expression();
        if (expression == null) {
            return Optional.of(news);
        }
        if (news.kind().isFollowUp()) {
            return Optional.empty();
        }
        var team = subscription.subscriber();
        var allowance = patience.with(team);
        var situation = situations.computeIfAbsent(new Eyes(news, team), _ -> situation(news, allowance));
        return switch (FilterExpressions.compiled(expression, allowance).ask(situation)) {
            case Answer.Decided.YES -> Optional.of(news);
            case Answer.Decided.NO -> Optional.empty();
            case Answer.Undecided(var reason) ->
                Optional.of(news.noting("The filter of " + subscription.id() + " could not be decided: " + reason));
        };
    }

    private Situation situation(News news, Allowance allowance) {
        var about = occurrence.about();
        var particulars = occurrence.particulars();
        var update = new HashMap<String, Object>(Map.of(
                "kind", news.kind().word(),
                "severity", news.severity().word(),
                "owner", owner(about),
                "tags", about.tags(),
                "breaking", particulars.breaking(),
                "changedFields", particulars.changedFields(),
                "headline", news.headline(),
                "details", List.copyOf(news.details()),
                "occurredAt", occurrence.decidedAt()));
        put(update, "productId", about.productId());
        put(update, "domain", about.domain());
        put(update, "version", about.version());
        put(update, "title", about.title());
        put(update, "status", particulars.status());
        put(update, "score", particulars.score());
        return new Situation(Facts.ofUpdate(update), allowance);
    }

    private static Map<String, Object> owner(About about) {
        var owner = new HashMap<String, Object>();
        put(owner, "team", about.owner().team());
        put(owner, "contact", about.owner().contact());
        return owner;
    }

    private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
