package io.meshwork.notifier.deadletter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.meshwork.deadletters.Letter;
import io.meshwork.deadletters.LetterValue;
import io.meshwork.deadletters.Settled;
import io.meshwork.notifier.deadletter.LetterPage;
import io.meshwork.notifier.deadletter.kafka.LetterReader.Look;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "DeadLetter", description = "A record that a service gave up")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LetterRepresentation(
        @Schema(description = "service:partition:offset") String id,
        String service,
        Instant givenUpAt,
        String reason,
        String key,

        @Schema(description = "Topic, partition and offset where the record first stood")
        String origin,

        @Schema(description = "How often it was given back before")
        int replays,

        @Schema(description = "What became of it; absent while it is open") @Nullable
        Settlement settled,

        @Schema(description = "The record's own, without secrets; only when one letter is asked for") @Nullable
        List<Letter.OwnHeader> headers,

        @Schema(description = "Only when one letter is asked for; absent of a record without value") @Nullable
        Value value) {

    private static final int MOST_HEADERS = 100;
    private static final int LONGEST = 4096;
    private static final int LONGEST_VALUE = 65_536;

    @Schema(name = "DeadLetterSettlement")
    record Settlement(
            @Schema(description = "replayed or discarded") String how, String by, String at, String why) {

        static Settlement of(Settled settled) {
            return new Settlement(settled.how().word(), cut(settled.who()), cut(settled.when()), cut(settled.why()));
        }

        static @Nullable Settlement ofAny(@Nullable Settled settled) {
            return settled == null ? null : of(settled);
        }
    }

    /** @param cut whether there is more than is shown */
    @Schema(name = "DeadLetterValue", description = "By its schema, else as text, else in hexadecimal")
    record Value(int bytes, String what, String text, boolean cut) {

        static Value of(int bytes, LetterValue value) {
            var text = String.join("\n", value.lines());
            var cut = text.length() > LONGEST_VALUE;
            return new Value(bytes, value.what(), cut ? text.substring(0, LONGEST_VALUE) : text, cut);
        }
    }

    static LetterRepresentation of(LetterPage.Item item) {
        var outline = item.outline();
        return new LetterRepresentation(
                item.id().toString(),
                item.id().service(),
                outline.time(),
                outline.reason(),
                outline.key(),
                outline.origin(),
                outline.replays(),
                Settlement.ofAny(item.settled()),
                null,
                null);
    }

    static LetterRepresentation of(Look.At at) {
        var letter = at.letter();
        var bytes = letter.record().value();
        var value = at.value();
        return new LetterRepresentation(
                at.id().toString(),
                at.id().service(),
                letter.time(),
                cut(letter.reason()),
                cut(letter.key()),
                cut(letter.origin()),
                letter.replays(),
                Settlement.ofAny(at.settled()),
                letter.ownHeaders().stream()
                        .limit(MOST_HEADERS)
                        .map(header -> new Letter.OwnHeader(cut(header.name()), cut(header.value())))
                        .toList(),
                value == null ? null : Value.of(bytes.length, value));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
