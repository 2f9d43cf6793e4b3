package io.meshwork.catalog.discovery.lucene;

import io.meshwork.catalog.discovery.Entry;
import io.meshwork.catalog.discovery.SchemaText;
import io.meshwork.catalog.discovery.Source;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The texts of a product, by where they are from. */
final class EntryTexts {

    private EntryTexts() {}

    static List<String> of(Entry entry, Source source) {
        return switch (source) {
            case NAME -> List.of(entry.header().name());
            case TITLE -> known(entry.header().title());
            case TAG -> entry.header().tags();
            case DOMAIN -> List.of(entry.header().domain());
            case OWNER -> known(entry.header().ownerTeam(), entry.header().ownerContact());
            case FIELD -> entry.schema().stream().map(SchemaText::name).toList();
            case DESCRIPTION -> known(entry.header().description());
            case FIELD_DESCRIPTION ->
                entry.schema().stream()
                        .map(SchemaText::description)
                        .filter(Objects::nonNull)
                        .toList();
        };
    }

    private static List<String> known(@Nullable String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).toList();
    }
}
