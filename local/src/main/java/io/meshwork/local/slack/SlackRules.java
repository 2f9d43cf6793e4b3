package io.meshwork.local.slack;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What Slack refuses in an incoming webhook's payload, from its reference of Block Kit and of webhook errors. Lengths are in
 * characters.
 */
final class SlackRules {

    private static final int BLOCKS = 50;
    private static final int MESSAGE_TEXT = 40_000;
    private static final int HEADER_TEXT = 150;
    private static final int SECTION_TEXT = 3_000;
    private static final int SECTION_FIELDS = 10;
    private static final int FIELD_TEXT = 2_000;
    private static final int CONTEXT_ELEMENTS = 10;
    private static final int ACTION_ELEMENTS = 25;
    private static final int BUTTON_TEXT = 75;
    private static final Set<String> BLOCK_TYPES = Set.of(
            "header", "section", "divider", "context", "actions", "image", "rich_text", "markdown", "video", "file");
    private static final Map<String, Integer> TEXT_LIMITS = Map.of("header", HEADER_TEXT, "section", SECTION_TEXT);

    /** Slack's error word, then what exactly is wrong, which Slack keeps to itself. */
    record Refusal(String error, String reason) {}

    private SlackRules() {}

    /** Empty when Slack would accept the message. */
    static Optional<Refusal> check(JsonNode payload) {
        if (!payload.isObject()) {
            return refuse("invalid_payload", "the body is not a JSON object");
        }
        JsonNode blocks = payload.path("blocks");
        if (payload.path("text").asString("").isEmpty() && blocks.isEmpty()) {
            return refuse("no_text", "neither text nor blocks");
        }
        if (payload.path("text").asString("").length() > MESSAGE_TEXT) {
            return refuse("msg_too_long", "text is longer than " + MESSAGE_TEXT);
        }
        return blocks.isMissingNode() ? Optional.empty() : checkBlocks(blocks);
    }

    private static Optional<Refusal> checkBlocks(JsonNode blocks) {
        if (!blocks.isArray()) {
            return refuse("invalid_blocks_format", "blocks is not an array");
        }
        if (blocks.size() > BLOCKS) {
            return refuse("invalid_blocks", blocks.size() + " blocks, at most " + BLOCKS + " are allowed");
        }
        return blocks.valueStream()
                .flatMap(block -> problems(block))
                .findFirst()
                .flatMap(problem -> refuse("invalid_blocks", problem));
    }

    private static Stream<String> problems(JsonNode block) {
        String type = block.path("type").asString("");
        if (!BLOCK_TYPES.contains(type)) {
            return Stream.of("unknown block type '" + type + "'");
        }
        return switch (type) {
            case "header" -> textProblems(block, type);
            case "section" -> Stream.concat(textProblems(block, type), fieldProblems(block));
            case "context" -> elementProblems(block, CONTEXT_ELEMENTS);
            case "actions" -> Stream.concat(elementProblems(block, ACTION_ELEMENTS), buttonProblems(block));
            default -> Stream.empty();
        };
    }

    private static Stream<String> textProblems(JsonNode block, String type) {
        JsonNode text = block.path("text");
        if (text.isMissingNode()) {
            return block.path("fields").isEmpty() ? Stream.of(type + " without text") : Stream.empty();
        }
        String kind = text.path("type").asString("");
        Stream<String> wrongKind = kind.equals("plain_text") || (kind.equals("mrkdwn") && type.equals("section"))
                ? Stream.empty()
                : Stream.of(type + " text of type '" + kind + "'");
        return Stream.concat(
                wrongKind, lengthProblems(type + " text", text, TEXT_LIMITS.getOrDefault(type, SECTION_TEXT)));
    }

    private static Stream<String> fieldProblems(JsonNode block) {
        JsonNode fields = block.path("fields");
        Stream<String> tooMany = fields.size() > SECTION_FIELDS
                ? Stream.of("section with " + fields.size() + " fields, at most " + SECTION_FIELDS + " are allowed")
                : Stream.empty();
        return Stream.concat(
                tooMany, fields.valueStream().flatMap(field -> lengthProblems("field", field, FIELD_TEXT)));
    }

    private static Stream<String> elementProblems(JsonNode block, int most) {
        int elements = block.path("elements").size();
        return elements >= 1 && elements <= most
                ? Stream.empty()
                : Stream.of(block.path("type").asString() + " with " + elements + " elements, 1 to " + most
                        + " are allowed");
    }

    private static Stream<String> buttonProblems(JsonNode block) {
        return block.path("elements")
                .valueStream()
                .filter(element -> element.path("type").asString("").equals("button"))
                .flatMap(button -> lengthProblems("button text", button.path("text"), BUTTON_TEXT));
    }

    private static Stream<String> lengthProblems(String what, JsonNode text, int most) {
        int length = text.path("text").asString("").length();
        return length >= 1 && length <= most
                ? Stream.empty()
                : Stream.of(what + " of " + length + " characters, 1 to " + most + " are allowed");
    }

    private static Optional<Refusal> refuse(String error, String reason) {
        return Optional.of(new Refusal(error, reason));
    }
}
