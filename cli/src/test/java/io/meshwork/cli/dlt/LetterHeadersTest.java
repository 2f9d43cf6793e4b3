package io.meshwork.cli.dlt;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.kafka.Headers;
import java.lang.reflect.Field;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LetterHeadersTest {

    @Test
    void areTheHeadersThatMessagingWrites() throws IllegalAccessException {
        Set<String> written = new TreeSet<>(Set.of(Headers.REPLAY_GROUP));
        for (Field field : Headers.class.getDeclaredFields()) {
            if (field.getName().startsWith("DLT_") || field.getName().startsWith("DISCARD_")) {
                field.setAccessible(true);
                written.add(String.valueOf(field.get(null)));
            }
        }

        assertThat(LetterHeaders.ALL).containsExactlyInAnyOrderElementsOf(written);
        assertThat(Stream.of(
                        LetterHeaders.TOPIC, LetterHeaders.GROUP, LetterHeaders.OMITTED, LetterHeaders.REPLAY_GROUP))
                .containsExactly(Headers.DLT_TOPIC, Headers.DLT_GROUP, Headers.DLT_OMITTED, Headers.REPLAY_GROUP);
    }
}
