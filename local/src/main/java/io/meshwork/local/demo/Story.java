package io.meshwork.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What is known of the products of this demo: hears steps from the watching thread, answers the telling one. */
final class Story {

    private final Instant begin;
    private final Consumer<Step> news;
    private final Set<String> products;
    private final Map<String, Step.Listed> listings = new LinkedHashMap<>();
    private final Map<String, Step.Rejected> rejections = new LinkedHashMap<>();
    private final List<Step.Fed> feed = new ArrayList<>();

    /**
     * @param products the demo's own; others are not told
     * @param news hears what happened since the beginning
     */
    Story(Instant begin, Set<String> products, Consumer<Step> news) {
        this.begin = begin;
        this.products = Set.copyOf(products);
        this.news = news;
    }

    synchronized void hear(Step step) {
        if (!products.contains(step.product())) {
            return;
        }
        switch (step) {
            case Step.Listed listed -> listings.put(listed.product(), listed);
            case Step.Rejected rejected -> rejections.put(rejected.product(), rejected);
            case Step.Fed fed -> {
                if (fed.at().isAfter(begin)) {
                    feed.add(fed);
                }
            }
            case Step.Published published -> {}
            case Step.Judged judged -> {}
            case Step.Scored scored -> {}
        }
        if (step.at().isAfter(begin)) {
            news.accept(step);
        }
    }

    /** Whether every product has got where it can get without new data or a new version. */
    synchronized boolean isTold(Set<String> awaited) {
        return awaited.stream().allMatch(product -> rejections.containsKey(product) || isFinal(product));
    }

    private boolean isFinal(String product) {
        Step.Listed listed = listings.get(product);
        return listed != null && listed.isFinal();
    }

    synchronized Optional<Step.Listed> listing(String product) {
        return Optional.ofNullable(listings.get(product));
    }

    synchronized List<Step.Fed> feed() {
        return List.copyOf(feed);
    }

    static Duration taken(Step.Listed listed) {
        return Duration.between(listed.submittedAt(), listed.at());
    }
}
