package io.meshwork.catalog.lineage;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;

/** The events of a body: one, or a list of them. */
public final class EventTexts {

    /** Most events of one list. */
    public static final int MOST = 1_000;

    /** What a body holds. */
    public sealed interface Split {

        record One(String event) implements Split {}

        record Many(List<String> events) implements Split {}

        /** Not JSON, or too many. */
        record Refused(Refusal refusal) implements Split {}
    }

    private EventTexts() {}

    /** Cuts a list into its elements without changing a character of them; what they are is not looked at. */
    public static Split split(String body) {
        try (JsonParser parser = EventJson.FACTORY.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return new Split.One(body);
            }
            List<String> events = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (events.size() == MOST) {
                    return new Split.Refused(tooMany());
                }
                int start = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                parser.finishToken();
                events.add(body.substring(start, (int) parser.currentLocation().getCharOffset()));
            }
            return parser.nextToken() == null ? new Split.Many(events) : new Split.Refused(trailing());
        } catch (JacksonException broken) {
            return new Split.Refused(notJson(broken));
        }
    }

    static Refusal notJson(JacksonException broken) {
        TokenStreamLocation at = broken.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return new Refusal(
                "lineage.json",
                "this is not valid JSON" + where + ": " + broken.getOriginalMessage(),
                "Send an OpenLineage event as its client writes it.",
                "");
    }

    /** An event that does not fit into a record. */
    public static Refusal tooLarge() {
        return new Refusal(
                "lineage.too-large",
                "an event may have at most " + EventLimits.LENGTH / 1024 + " KiB",
                "Switch off large facets in the OpenLineage client, such as spark.logicalPlan and spark_unknown.",
                "");
    }

    private static Refusal trailing() {
        return new Refusal("lineage.json", "something follows the list", "Send one list, or one event.", "");
    }

    private static Refusal tooMany() {
        return new Refusal(
                "lineage.too-many", "a list may have at most " + MOST + " events", "Send several lists.", "");
    }
}
