package io.meshwork.catalog.lineage;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** JSON, token by token, with what a reader must never trust: depth, lengths and characters. */
final class EventJson implements AutoCloseable {

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(EventLimits.DEPTH)
                    .maxNumberLength(1_000)
                    .maxNameLength(EventLimits.LENGTH)
                    .maxStringLength(EventLimits.LENGTH)
                    .build())
            .build();

    private final JsonParser parser;

    interface Property {
        void read(String name) throws RefusedException;
    }

    interface Item {
        void read() throws RefusedException;
    }

    EventJson(String text) {
        parser = FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    /** The document, which must be one object. */
    void whole(Property property) throws RefusedException {
        parser.nextToken();
        object(property);
        if (parser.nextToken() != null) {
            throw refused("lineage.json", "something follows the end of the event", "Send several events as a list.");
        }
    }

    /** Properties one by one; what is not read of a value is skipped. */
    void object(Property property) throws RefusedException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw refused("lineage.type", "an object belongs here", "Compare with the specification of OpenLineage.");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            property.read(name);
            parser.skipChildren();
        }
    }

    void array(int most, Item item) throws RefusedException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw refused("lineage.type", "a list belongs here", "Compare with the specification of OpenLineage.");
        }
        for (int n = 0; parser.nextToken() != JsonToken.END_ARRAY; n++) {
            if (n == most) {
                throw refused(
                        "lineage.too-many",
                        "the list has more than " + most + " elements",
                        "Report tables or folders instead of single files, or split the event.");
            }
            item.read();
            parser.skipChildren();
        }
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    String text() throws RefusedException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw refused("lineage.type", "text belongs here", "Write it in quotes.");
        }
        String text = parser.getString();
        if (text.isBlank()) {
            throw refused("lineage.empty", "the text is empty", "Write what belongs there.");
        }
        return text;
    }

    /** Text that is kept in an index. */
    String name(int mostBytes) throws RefusedException {
        return checked(text(), mostBytes);
    }

    /** The same for the name of a property. */
    String checked(String name, int mostBytes) throws RefusedException {
        if (name.length() > mostBytes || name.getBytes(StandardCharsets.UTF_8).length > mostBytes) {
            throw tooLong(pointer(), mostBytes);
        }
        if (name.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw refused(
                    "lineage.characters", "a name with control characters cannot be kept", "Use printable characters.");
        }
        return name;
    }

    static RefusedException tooLong(String pointer, int mostBytes) {
        return new RefusedException(new Refusal(
                "lineage.too-long",
                "names may have at most " + mostBytes + " bytes, together with their namespace",
                "Report the table or folder instead of a single file.",
                pointer));
    }

    String pointer() {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    RefusedException refused(String code, String message, String advice) {
        return new RefusedException(new Refusal(code, message, advice, pointer()));
    }

    @Override
    public void close() {
        parser.close();
    }
}
