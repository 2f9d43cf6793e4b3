package io.meshwork.catalog.discovery.web;

import io.meshwork.catalog.discovery.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be meant, the best first. */
record Suggestions(List<Suggestion> items) {

    record Suggestion(String id, String name, @Nullable String title, String domain, String type) {}

    static Suggestions of(List<Entry> entries) {
        return new Suggestions(entries.stream()
                .map(entry -> new Suggestion(
                        entry.id(),
                        entry.header().name(),
                        entry.header().title(),
                        entry.header().domain(),
                        entry.header().type()))
                .toList());
    }
}
