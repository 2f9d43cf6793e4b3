package io.meshwork.policy.language;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A value for people. Stops when there is enough of it, because a value in which lists hold lists can be endless. */
final class Shown {

    private static final int LONGEST = 120;
    private static final int MOST_ITEMS = 10;

    private final StringBuilder text = new StringBuilder();

    private Shown() {}

    static String of(Object value) {
        Shown shown = new Shown();
        shown.add(value);
        return shorten(shown.text.toString());
    }

    static String shorten(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** Of something with a name, the name is enough. */
    private void add(Object value) {
        switch (value) {
            case Map<?, ?> map when map.get("name") instanceof String name -> text.append(name);
            case Map<?, ?> map -> all('{', map.entrySet(), '}');
            case List<?> list -> all('[', list, ']');
            case Map.Entry<?, ?> entry -> {
                text.append(entry.getKey()).append(": ");
                add(entry.getValue());
            }
            case String part -> text.append('\'').append(part).append('\'');
            default -> text.append(value);
        }
    }

    private void all(char open, Iterable<?> parts, char close) {
        text.append(open);
        Iterator<?> rest = parts.iterator();
        for (int i = 0; rest.hasNext() && text.length() <= LONGEST; i++) {
            text.append(i == 0 ? "" : ", ");
            if (i == MOST_ITEMS) {
                text.append('…');
                break;
            }
            add(rest.next());
        }
        text.append(close);
    }
}
