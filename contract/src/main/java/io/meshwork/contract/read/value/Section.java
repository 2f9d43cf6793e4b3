package io.meshwork.contract.read.value;

import io.meshwork.contract.read.document.Node;
import io.meshwork.contract.read.document.Node.Entry;
import io.meshwork.contract.read.document.Node.Mapping;
import io.meshwork.contract.read.document.Node.Scalar;
import io.meshwork.contract.read.document.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A mapping while it is read. Asking for a key makes it known; a value of the wrong type is a problem and reads as absent;
 * {@link #close} deals with what nobody asked for. Codes are made from the noun of the section and the key:
 * {@code contract.owner.missing}, {@code contract.output.name.type}.
 */
public final class Section {

    private static final int LONGEST_NAME = 256;

    private final Mapping mapping;
    private final Faults faults;
    private final Reading reading;
    private List<String> home;
    private final Set<String> known = new HashSet<>();
    private final Set<String> kept = new HashSet<>();
    private final Map<String, Optional<Object>> replaced = new HashMap<>();

    private Section(Mapping mapping, Faults faults, Reading reading, List<String> home) {
        this.mapping = mapping;
        this.faults = faults;
        this.reading = reading;
        this.home = home;
    }

    public static Section root(Mapping mapping, Reading reading) {
        return new Section(mapping, new Faults(mapping, "", "", reading.problems()), reading, List.of());
    }

    /** What the model has no place for is kept under this path; without a call, under the keys and indexes that lead here. */
    public void keepUnder(List<String> path) {
        home = path;
    }

    // ---- reading ------------------------------------------------------------------------------------------------

    /** The text of a key; null when absent. Numbers and booleans are not text: YAML would change them. */
    public @Nullable String text(String key) {
        Scalar scalar = scalar(key, "text");
        if (scalar == null) {
            return null;
        }
        if (scalar.value() instanceof String text) {
            return text.isBlank() ? null : text.strip();
        }
        faults.wrongType(key, scalar, "text", "Put it in quotes: \"" + scalar.text() + "\".");
        return null;
    }

    /** A text or number as it was written; null when absent. */
    public @Nullable String written(String key) {
        Scalar scalar = scalar(key, "text or a number");
        return scalar == null || scalar.text().isBlank() ? null : scalar.text().strip();
    }

    /** As {@link #text}; its absence is an error and reads as empty. */
    public String required(String key, String advice) {
        boolean written = mapping.entries().get(key) instanceof Entry entry && !isNothing(entry.value());
        String text = text(key);
        if (text == null && !(written && isWrongType(key))) {
            missing(key, advice);
        }
        return text == null ? "" : text;
    }

    /** As {@link #required}, at most {@value #LONGEST_NAME} characters: names are repeated wherever something refers to them. */
    public String name(String key, String advice) {
        String name = required(key, advice);
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        error(key, "too-long", "`" + key + "` is longer than " + LONGEST_NAME + " characters", "Shorten it.");
        return name.substring(0, LONGEST_NAME);
    }

    public boolean flag(String key) {
        Scalar scalar = scalar(key, "true or false");
        if (scalar == null || scalar.value() instanceof Boolean) {
            return scalar != null && Boolean.TRUE.equals(scalar.value());
        }
        faults.wrongType(key, scalar, "true or false", "Write `true` or `false`, without quotes.");
        return false;
    }

    public @Nullable Double number(String key) {
        Scalar scalar = scalar(key, "a number");
        if (scalar == null) {
            return null;
        }
        if (scalar.value() instanceof Number number) {
            return number.doubleValue();
        }
        faults.wrongType(key, scalar, "a number", "Write a plain number, without quotes.");
        return null;
    }

    public @Nullable Section section(String key, String noun) {
        return switch (present(key)) {
            case Mapping child -> child(child, faults.place(key), noun, key);
            case null -> null;
            case Node other -> {
                faults.wrongType(key, other, "a mapping", "Write keys and values, indented below `" + key + ":`.");
                yield null;
            }
        };
    }

    /** The mappings of a list. */
    public List<Section> sections(String key, String noun) {
        List<Section> sections = new ArrayList<>();
        eachItem(key, "mappings", (item, index) -> {
            if (item instanceof Mapping child) {
                sections.add(child(child, faults.place(key) + "/" + index, noun, key, String.valueOf(index)));
            } else {
                faults.wrongItem(key, item, index, "a mapping", "Write keys and values after the dash.");
            }
        });
        return sections;
    }

    /** The texts of a list; a single text counts as a list of one. */
    public List<String> texts(String key) {
        if (present(key) instanceof Scalar one && one.value() instanceof String text) {
            return List.of(text);
        }
        List<String> texts = new ArrayList<>();
        eachItem(key, "texts", (item, index) -> {
            if (item instanceof Scalar scalar && scalar.value() instanceof String text) {
                texts.add(text);
            } else {
                faults.wrongItem(key, item, index, "text", "Put it in quotes.");
            }
        });
        return texts;
    }

    public @Nullable Node node(String key) {
        return present(key);
    }

    public boolean has(String key) {
        return present(key) != null;
    }

    /** The value of a key as plain Java; null when absent. */
    public @Nullable Object plain(String key) {
        Node node = present(key);
        return node == null ? null : node.plain();
    }

    /** All of it as plain Java. */
    public Map<String, @Nullable Object> plain() {
        return mapping.plain();
    }

    /** A whole number of at most 32 bits; null when absent. */
    public @Nullable Integer whole(String key) {
        Scalar scalar = scalar(key, "a whole number");
        if (scalar == null || scalar.value() instanceof Integer) {
            return scalar == null ? null : (Integer) scalar.value();
        }
        faults.wrongType(key, scalar, "a whole number", "Write a number such as 1, without quotes.");
        return null;
    }

    /** Keys of the model that have no place in it: they stay as written. */
    public void keep(String... keys) {
        for (String key : keys) {
            known.add(key);
            kept.add(key);
        }
    }

    /** A modelled key whose spelling the model does not tell: it stays as written too. */
    public void keepUnless(String key, @Nullable Object told) {
        Object plain = plain(key);
        boolean same = plain instanceof String text ? text.strip().equals(told) : Objects.equals(plain, told);
        if (plain != null && !same) {
            keep(key);
        }
    }

    /** Stays as this and not as written; as nothing when null. */
    public void keepAs(String key, @Nullable Object value) {
        keep(key);
        replaced.put(key, Optional.ofNullable(value));
    }

    public void keepAll() {
        keep(keys().toArray(String[]::new));
    }

    /** Everything in it that is not one of these, as written; all keys become known. */
    public Map<String, Object> except(Set<String> keys) {
        Map<String, Object> others = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            known.add(key);
            Object plain = entry.value().plain();
            if (!keys.contains(key) && plain != null) {
                others.put(key, plain);
            }
        });
        return others;
    }

    /** Those of these keys that are there, as written. */
    public Map<String, Object> values(String... keys) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String key : keys) {
            Node node = present(key);
            Object plain = node == null ? null : node.plain();
            if (plain != null) {
                values.put(key, plain);
            }
        }
        return values;
    }

    public Set<String> keys() {
        return mapping.entries().keySet();
    }

    public String pointer() {
        return faults.pointer();
    }

    // ---- what is left over --------------------------------------------------------------------------------------

    /** Unknown keys are kept with a warning; kept keys move to the custom part. */
    public void close() {
        close(false);
    }

    /** Unknown keys are errors: the standard allows none here. */
    public void closeStrictly() {
        close(true);
    }

    private void close(boolean strict) {
        mapping.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                faults.unknown(key, entry.key(), known, strict);
            }
            if (replaced.containsKey(key)) {
                replaced.get(key).ifPresent(value -> reading.custom().put(home, key, value));
            } else if (kept.contains(key) || !known.contains(key)) {
                reading.custom().put(home, key, entry.value().plain());
            }
        });
    }

    // ---- problems -----------------------------------------------------------------------------------------------

    /** At the value of the key, or at the mapping when the key is absent. */
    public void error(String key, String suffix, String message, String advice) {
        faults.error(key, suffix, message, advice);
    }

    public void warning(String key, String suffix, String message, String advice) {
        faults.warning(key, suffix, message, advice);
    }

    /** The whole mapping is at fault. */
    public void error(String suffix, String message, String advice) {
        faults.error(suffix, message, advice);
    }

    public void warning(String suffix, String message, String advice) {
        faults.warning(suffix, message, advice);
    }

    public void missing(String key, String advice) {
        faults.missing(key, advice);
    }

    // ---- inside -------------------------------------------------------------------------------------------------

    private @Nullable Node present(String key) {
        known.add(key);
        Entry entry = mapping.entries().get(key);
        return entry == null || isNothing(entry.value()) ? null : entry.value();
    }

    private static boolean isNothing(Node node) {
        return node instanceof Scalar scalar && scalar.value() == null;
    }

    private boolean isWrongType(String key) {
        return !(present(key) instanceof Scalar scalar && scalar.value() instanceof String);
    }

    private @Nullable Scalar scalar(String key, String expected) {
        return switch (present(key)) {
            case Scalar scalar -> scalar;
            case null -> null;
            case Node other -> {
                faults.wrongType(key, other, expected, "Write one value after `" + key + ":`.");
                yield null;
            }
        };
    }

    private void eachItem(String key, String expected, BiConsumer<Node, Integer> action) {
        switch (present(key)) {
            case Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    action.accept(sequence.items().get(i), i);
                }
            }
            case null -> known.add(key);
            case Node other ->
                faults.wrongType(key, other, "a list of " + expected, "Put each item on its own line with a dash.");
        }
    }

    private Section child(Mapping child, String place, String noun, String... steps) {
        List<String> path = new ArrayList<>(home);
        path.addAll(List.of(steps));
        return new Section(child, new Faults(child, place, noun, reading.problems()), reading, path);
    }
}
