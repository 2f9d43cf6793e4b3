package io.meshwork.notifier.matching;

import io.meshwork.notifier.matching.Key.Thing;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Subscriptions that have not ended, by what news must have to concern them. Not for use by several threads at once. */
final class SubscriptionIndex {

    private record Entry(Subscription subscription, long revision) {}

    private final Map<String, Entry> entries = new HashMap<>();
    /** Most keys lead to one subscription, for which a map of one takes the least memory. */
    private final Map<Key, Map<String, Subscription>> byKey = new HashMap<>();

    /** Takes the place of an earlier revision; a later one stays. */
    void put(Stored stored) {
        var subscription = stored.subscription();
        var before = entries.get(subscription.id());
        if (before != null && before.revision() >= stored.revision()) {
            return;
        }
        if (before != null) {
            Key.of(before.subscription().filter()).forEach(key -> remove(key, subscription.id()));
        }
        if (subscription.active()) {
            entries.put(subscription.id(), new Entry(subscription, stored.revision()));
            Key.of(subscription.filter()).forEach(key -> add(key, subscription));
        } else {
            entries.remove(subscription.id());
        }
    }

    /**
     * Those that may want such news, by id; whether they do, their filter says.
     *
     * @param kinds of the news
     */
    Collection<Subscription> candidates(About about, Collection<String> kinds) {
        var found = new TreeMap<String, Subscription>();
        for (var place : places(about)) {
            for (var severity : Severity.values()) {
                collect(new Key(place.thing(), place.value(), Key.ALL_KINDS, severity), found);
                kinds.forEach(kind -> collect(new Key(place.thing(), place.value(), kind, severity), found));
            }
        }
        return found.values();
    }

    /** Those of these ids that have not ended. */
    Collection<Subscription> find(Collection<String> ids) {
        return ids.stream()
                .sorted()
                .flatMap(id -> Stream.ofNullable(entries.get(id)))
                .map(Entry::subscription)
                .toList();
    }

    int size() {
        return entries.size();
    }

    void clear() {
        entries.clear();
        byKey.clear();
    }

    private void collect(Key key, Map<String, Subscription> found) {
        var there = byKey.get(key);
        if (there != null) {
            found.putAll(there);
        }
    }

    private record Place(Thing thing, String value) {}

    private static List<Place> places(About about) {
        var places = new ArrayList<Place>();
        places.add(new Place(Thing.ANYTHING, ""));
        about.tags().forEach(tag -> places.add(new Place(Thing.TAG, tag)));
        var domain = about.domain();
        if (domain != null) {
            places.add(new Place(Thing.DOMAIN, domain));
        }
        var product = about.productId();
        if (product != null) {
            places.add(new Place(Thing.PRODUCT, product));
            places.addAll(prefixes(product));
        } else if (domain != null) {
            places.addAll(prefixes(domain + "."));
        }
        return places;
    }

    private static List<Place> prefixes(String text) {
        return IntStream.rangeClosed(1, text.length())
                .mapToObj(end -> new Place(Thing.PRODUCT_PREFIX, text.substring(0, end)))
                .toList();
    }

    private void add(Key key, Subscription subscription) {
        var there = byKey.get(key);
        if (there == null) {
            byKey.put(key, Map.of(subscription.id(), subscription));
        } else if (there.size() == 1) {
            var more = new HashMap<>(there);
            more.put(subscription.id(), subscription);
            byKey.put(key, more);
        } else {
            there.put(subscription.id(), subscription);
        }
    }

    private void remove(Key key, String id) {
        var there = byKey.get(key);
        if (there == null || !there.containsKey(id)) {
            return;
        }
        if (there.size() == 1) {
            byKey.remove(key);
        } else if (there.size() == 2) {
            var other = there.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(id))
                    .findFirst()
                    .orElseThrow();
            byKey.put(key, Map.of(other.getKey(), other.getValue()));
        } else {
            there.remove(id);
        }
    }
}
