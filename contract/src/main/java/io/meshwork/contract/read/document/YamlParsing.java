package io.meshwork.contract.read.document;

import io.meshwork.contract.read.document.Node.Entry;
import io.meshwork.contract.read.document.Node.Mapping;
import io.meshwork.contract.read.document.Node.Scalar;
import io.meshwork.contract.read.document.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/** Builds the tree from YAML 1.2 (core schema). Works on parser events, so that every limit holds before memory is taken. */
final class YamlParsing {

    private static final ScalarResolver RESOLVER = new CoreScalarResolver(false);
    private static final Set<String> COLLECTION_TAGS = Set.of("!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq");
    private static final Set<String> TEXT_TAGS = Set.of("!", "tag:yaml.org,2002:str");

    private final YamlEvents events;
    private final Problems problems;
    private final Guard guard;
    private final Map<Anchor, Node> anchors = new HashMap<>();
    private int aliases;
    private int aliasWeight;

    YamlParsing(String text, Problems problems) {
        this.events = new YamlEvents(text);
        this.problems = problems;
        this.guard = new Guard(problems);
    }

    /** The root of the only document, null when there is none. */
    @Nullable
    Node parse() throws UnreadableException {
        events.next();
        if (!(events.next() instanceof DocumentStartEvent)) {
            return null;
        }
        Node root = node(events.next(), 1);
        events.next();
        Event after = events.next();
        if (after instanceof DocumentStartEvent) {
            problems.error(
                    "contract.multiple-documents",
                    YamlEvents.mark(after),
                    "",
                    "the file holds more than one document",
                    "Write one contract per file; remove the `---` line or split the file.");
        }
        return root;
    }

    private Node node(Event event, int depth) throws UnreadableException {
        guard.depth(depth, YamlEvents.mark(event));
        return switch (event) {
            case ScalarEvent scalar -> anchored(scalar.getAnchor(), scalar(scalar));
            case SequenceStartEvent start -> anchored(start.getAnchor(), sequence(start, depth));
            case MappingStartEvent start -> anchored(start.getAnchor(), mapping(start, depth));
            case AliasEvent alias -> alias(alias, depth);
            default -> throw new IllegalStateException("unexpected YAML event " + event.getEventId());
        };
    }

    private Node anchored(Optional<Anchor> anchor, Node node) {
        anchor.ifPresent(name -> anchors.put(name, node));
        return node;
    }

    private Node sequence(SequenceStartEvent start, int depth) throws UnreadableException {
        refuseTag(start.getTag(), COLLECTION_TAGS, YamlEvents.mark(start));
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Sequence(items, YamlEvents.mark(start));
    }

    private Node mapping(MappingStartEvent start, int depth) throws UnreadableException {
        refuseTag(start.getTag(), COLLECTION_TAGS, YamlEvents.mark(start));
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Node key = node(event, depth + 1);
            Node value = node(events.next(), depth + 1);
            entry(entries, key, YamlEvents.mark(event), value);
        }
        return new Mapping(entries, YamlEvents.mark(start));
    }

    private void entry(Map<String, Entry> entries, Node key, Mark at, Node value) {
        if (key instanceof Scalar scalar && scalar.value() instanceof String text && !text.equals("<<")) {
            guard.put(entries, text, at, value);
        } else if (key instanceof Scalar scalar && "<<".equals(scalar.value())) {
            problems.error(
                    "contract.key.merge",
                    at,
                    "",
                    "the merge key `<<` is not part of YAML 1.2",
                    "Write the keys out, or use an alias for a whole value.");
        } else {
            problems.error(
                    "contract.key.not-text",
                    at,
                    "",
                    "a key is " + key.what() + ", it must be text",
                    "Put the key in quotes.");
        }
    }

    private Scalar scalar(ScalarEvent event) {
        Mark at = YamlEvents.mark(event);
        String text = event.getValue();
        refuseTag(event.getTag(), TEXT_TAGS, at);
        if (event.getTag().isPresent() || !event.isPlain()) {
            return guard.text(text, at);
        }
        Tag tag = isSurelyText(text) ? Tag.STR : RESOLVER.resolve(text, true);
        boolean number = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
        if (number && text.length() > Limits.NUMBER_LENGTH) {
            guard.numberTooLong(at);
            return new Scalar(0, "0", at);
        }
        return tag.equals(Tag.STR) ? guard.text(text, at) : new Scalar(resolved(tag, text), text, at);
    }

    /** Most scalars are words; only these beginnings can be null, a boolean or a number, which takes several patterns to tell. */
    private static boolean isSurelyText(String text) {
        return !text.isEmpty() && "~nNtTfF+-.0123456789".indexOf(text.charAt(0)) < 0;
    }

    private static @Nullable Object resolved(Tag tag, String text) {
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.parseBoolean(text);
        }
        return tag.equals(Tag.INT) ? Numbers.integer(text) : Numbers.decimal(text);
    }

    private void refuseTag(Optional<String> tag, Set<String> known, Mark at) {
        tag.filter(name -> !known.contains(name))
                .ifPresent(name -> problems.error(
                        "contract.tag.unsupported",
                        at,
                        "",
                        "the YAML tag " + Quoted.of(name) + " is not supported",
                        "Remove the tag; quote the value if it must be text."));
    }

    private Node alias(AliasEvent event, int depth) throws UnreadableException {
        Mark at = YamlEvents.mark(event);
        Node node = anchors.get(event.getAlias());
        if (node == null) {
            throw new UnreadableException(
                    "contract.alias.unknown",
                    at,
                    "the alias " + Quoted.of("*" + event.getAlias()) + " has no anchor before it",
                    "Define the anchor with `&" + event.getAlias() + "` above, or quote the value if it is text.");
        }
        aliases++;
        if (aliases > Limits.ALIASES) {
            throw new UnreadableException(
                    "contract.alias.too-many",
                    at,
                    "the document uses more than " + Limits.ALIASES + " aliases",
                    "Write the repeated parts out.");
        }
        aliasWeight += node.weight();
        if (aliasWeight > Limits.ALIAS_WEIGHT) {
            throw new UnreadableException(
                    "contract.alias.too-large",
                    at,
                    "its aliases blow the document up beyond " + Limits.ALIAS_WEIGHT / 1024 + " KiB",
                    "Write the repeated parts out, without aliases inside aliases.");
        }
        guard.depth(depth + node.height() - 1, at);
        return node;
    }
}
