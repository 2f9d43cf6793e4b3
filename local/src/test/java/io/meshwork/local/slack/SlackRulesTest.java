package io.meshwork.local.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SlackRulesTest {

    @Test
    void acceptsPlainText() {
        assertThat(error("{\"text\":\"hello\"}")).isEmpty();
    }

    @Test
    void acceptsBlocksWithoutText() {
        assertThat(error(blocks("{\"type\":\"divider\"}"))).isEmpty();
    }

    @Test
    void refusesAMessageWithNothingToShow() {
        assertThat(error("{}")).contains("no_text");
        assertThat(error("[]")).contains("invalid_payload");
    }

    @Test
    void acceptsFiftyBlocksAndNotOneMore() {
        assertThat(error(blocks(dividers(50)))).isEmpty();
        assertThat(error(blocks(dividers(51)))).contains("invalid_blocks");
    }

    @ParameterizedTest
    @CsvSource({"header, plain_text, 150", "section, mrkdwn, 3000"})
    void acceptsTextUpToItsLimitAndNotOneMore(String block, String textType, int limit) {
        assertThat(error(blocks(text(block, textType, limit)))).isEmpty();
        assertThat(error(blocks(text(block, textType, limit + 1)))).contains("invalid_blocks");
    }

    @Test
    void refusesMarkupInAHeader() {
        assertThat(error(blocks(text("header", "mrkdwn", 5)))).contains("invalid_blocks");
    }

    @Test
    void acceptsTenFieldsOfTwoThousandCharacters() {
        assertThat(error(blocks(fields(10, 2_000)))).isEmpty();
        assertThat(error(blocks(fields(11, 1)))).contains("invalid_blocks");
        assertThat(error(blocks(fields(1, 2_001)))).contains("invalid_blocks");
    }

    @Test
    void refusesLongButtonsEmptyContextsAndUnknownBlocks() {
        assertThat(error(blocks(button(75)))).isEmpty();
        assertThat(error(blocks(button(76)))).contains("invalid_blocks");
        assertThat(error(blocks("{\"type\":\"context\",\"elements\":[]}"))).contains("invalid_blocks");
        assertThat(error(blocks("{\"type\":\"table-ish\"}"))).contains("invalid_blocks");
    }

    private static Optional<String> error(String json) {
        return SlackRules.check(JsonMapper.shared().readTree(json)).map(SlackRules.Refusal::error);
    }

    private static String blocks(String blocks) {
        return "{\"blocks\":[" + blocks + "]}";
    }

    private static String dividers(int count) {
        return repeated("{\"type\":\"divider\"}", count);
    }

    private static String text(String block, String type, int length) {
        return "{\"type\":\"%s\",\"text\":{\"type\":\"%s\",\"text\":\"%s\"}}"
                .formatted(block, type, "x".repeat(length));
    }

    private static String fields(int count, int length) {
        String field = "{\"type\":\"mrkdwn\",\"text\":\"%s\"}".formatted("x".repeat(length));
        return "{\"type\":\"section\",\"fields\":[" + repeated(field, count) + "]}";
    }

    private static String button(int length) {
        return "{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"text\":{\"type\":\"plain_text\",\"text\":\"%s\"}}]}"
                .formatted("x".repeat(length));
    }

    private static String repeated(String json, int count) {
        return IntStream.range(0, count).mapToObj(i -> json).collect(Collectors.joining(","));
    }
}
