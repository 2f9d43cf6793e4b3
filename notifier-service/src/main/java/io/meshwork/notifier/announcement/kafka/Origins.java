package io.meshwork.notifier.announcement.kafka;

import io.meshwork.messaging.Event;
import io.meshwork.notifier.announcement.Reported;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.news.Text;
import io.meshwork.notifier.product.ProductVersion;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Where news comes from, and words from elsewhere as they may be kept. */
final class Origins {

    private static final int WORDS = 200;

    private Origins() {}

    static Origin of(Event<?> event) {
        return new Origin(event.id(), event.time(), event.cause());
    }

    static <T extends SpecificRecord, F> Reported<F> report(Event<T> event, Function<T, F> fact) {
        return new Reported<>(of(event), fact.apply(event.require()));
    }

    /** What a fact about a version waits for. */
    static String publicationOf(ProductVersion ref) {
        return "product:" + ref.productId() + "@" + ref.version();
    }

    static String words(String text) {
        return Text.line(text, WORDS);
    }

    static @Nullable String wordsOrNull(@Nullable String text) {
        return text == null ? null : words(text);
    }
}
