package io.meshwork.quality.engine.kafka;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** A JSON object as it is, on one line. It is written anew, so that whatever a record holds, the line is JSON. */
final class JsonRow {

    static final int MOST_DEPTH = 64;

    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEPTH)
                    .maxStringLength(RowBytes.MOST)
                    .build())
            .build();

    private JsonRow() {}

    static void copy(byte[] value, int from, JsonGenerator json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), value, from, value.length - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Illegible("it is no JSON object");
            }
            copyStructure(parser, json);
            if (parser.nextToken() != null) {
                throw new Illegible("it is more than one JSON object");
            }
        }
    }

    /** Numbers as they are written, so that none is refused for being too large. */
    private static void copyStructure(JsonParser parser, JsonGenerator json) {
        for (JsonToken token = parser.currentToken(); token != null; token = parser.nextToken()) {
            if (token.isNumeric()) {
                json.writeNumber(parser.getString());
            } else {
                json.copyCurrentEvent(parser);
            }
            if (token.isStructEnd() && parser.streamReadContext().inRoot()) {
                return;
            }
        }
    }
}
