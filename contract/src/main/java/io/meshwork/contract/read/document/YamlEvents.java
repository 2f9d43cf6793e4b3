package io.meshwork.contract.read.document;

import java.util.Iterator;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The parser's events, with its exceptions turned into problems that have a position. */
final class YamlEvents {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setParseComments(false)
            .setCodePointLimit(Limits.BYTES)
            .build();

    private static final String ADVICE =
            "Check the indentation (spaces, no tabs), the quotes and the brackets there and on the line above.";

    private final Iterator<Event> events;
    private Mark last = Mark.START;

    YamlEvents(String text) {
        this.events = new Parse(SETTINGS).parseString(text).iterator();
    }

    Event next() throws UnreadableException {
        try {
            Event event = events.next();
            last = mark(event);
            return event;
        } catch (MarkedYamlEngineException broken) {
            throw syntax(broken.getProblemMark().map(YamlEvents::mark).orElse(last), message(broken));
        } catch (YamlEngineException broken) {
            throw syntax(last, String.valueOf(broken.getMessage()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException rubbish) {
            throw syntax(last, "the text after this place is not YAML: " + rubbish.getMessage());
        }
    }

    static Mark mark(Event event) {
        return event.getStartMark().map(YamlEvents::mark).orElse(Mark.START);
    }

    private static Mark mark(org.snakeyaml.engine.v2.exceptions.Mark mark) {
        return new Mark(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String message(MarkedYamlEngineException broken) {
        String context = broken.getContext();
        return context == null || context.isBlank() ? broken.getProblem() : context + ": " + broken.getProblem();
    }

    private static UnreadableException syntax(Mark at, String message) {
        return new UnreadableException("contract.yaml.syntax", at, "this is not valid YAML: " + message, ADVICE);
    }
}
