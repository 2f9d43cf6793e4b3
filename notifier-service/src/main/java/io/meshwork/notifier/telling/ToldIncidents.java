package io.meshwork.notifier.telling;

import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.subscription.Channel;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What each channel was last told of each incident. */
public interface ToldIncidents {

    Map<Long, Told> find(Channel channel, String target, Collection<Long> incidents);

    /** What each channel was last told of one. */
    List<ToldThere> of(long incident);

    record ToldThere(Channel channel, String target, Told told) {}

    /** In the transaction that settles the notifications. */
    void store(Channel channel, String target, Map<Long, Told> told);

    /**
     * An incident that is not resolved, and that a channel was told of or is to be.
     *
     * @param subject product id, domain id, or empty for the platform
     * @param kind of its last alert
     */
    record Rival(long incident, String subject, String cause, Kind kind) {}

    /** The rivals of incidents of these subjects. */
    List<Rival> rivals(Channel channel, String target, Collection<String> subjects);
}
