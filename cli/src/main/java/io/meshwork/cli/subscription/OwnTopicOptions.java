package io.meshwork.cli.subscription;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** A topic of one's own, and what is told first. */
final class OwnTopicOptions {

    @Option(
            names = "--own-topic",
            description = "Ask for a topic that carries this subscription alone; with the channel feed.")
    private boolean wanted;

    @Option(
            names = "--retention",
            paramLabel = "TIME",
            converter = Hours.class,
            description = "How long its records are kept: 12h, 30d; at most 365d. Default: as on the public feed.")
    private @Nullable Integer retention;

    @Option(
            names = "--reader",
            paramLabel = "USER",
            description = "The user of the broker who may read it, where the broker asks who reads.")
    private @Nullable String reader;

    @Option(
            names = "--from-current",
            description = "Tell how everything stands that it follows; with a topic of its own or a webhook.")
    private boolean fromCurrent;

    /** As in a request. */
    void put(Map<String, Object> body) {
        if (wanted || retention != null || reader != null) {
            Map<String, Object> topic = new LinkedHashMap<>();
            if (retention != null) {
                topic.put("retentionHours", retention);
            }
            if (reader != null) {
                topic.put("reader", reader);
            }
            body.put("topic", topic);
        }
        if (fromCurrent) {
            body.put("start", "current");
        }
    }

    /** Whole hours; the notifier says how few and many there may be. */
    private static final class Hours implements ITypeConverter<Integer> {

        @Override
        @SuppressWarnings("UnusedException")
        public Integer convert(String text) {
            var word = text.toUpperCase(Locale.ROOT);
            try {
                var time = Duration.parse(word.endsWith("D") ? "P" + word : "PT" + word);
                if (!time.equals(Duration.ofHours(time.toHours()))) {
                    throw refusal(text);
                }
                return Math.toIntExact(time.toHours());
            } catch (DateTimeParseException | ArithmeticException e) {
                throw refusal(text);
            }
        }

        private static TypeConversionException refusal(String text) {
            return new TypeConversionException("'" + text + "' is no retention; write 12h or 30d");
        }
    }
}
