package io.meshwork.contract.read.value;

import io.meshwork.contract.read.document.Mark;
import io.meshwork.contract.read.document.Node;
import io.meshwork.contract.read.document.Node.Entry;
import io.meshwork.contract.read.document.Node.Mapping;
import io.meshwork.contract.read.document.Node.Scalar;
import io.meshwork.contract.read.document.Problems;
import io.meshwork.contract.read.document.Quoted;
import java.util.Locale;
import java.util.Set;

/**
 * Says what is wrong with one mapping, at the right place and under a stable code.
 *
 * @param pointer to the mapping
 * @param noun what the mapping describes, part of every code; empty at the root, in metadata and in spec
 */
record Faults(Mapping mapping, String pointer, String noun, Problems problems) {

    void error(String key, String suffix, String message, String advice) {
        problems.error(code(key, suffix), mark(key), nearest(key), message, advice);
    }

    void warning(String key, String suffix, String message, String advice) {
        problems.warning(code(key, suffix), mark(key), nearest(key), message, advice);
    }

    void error(String suffix, String message, String advice) {
        problems.error(prefix() + suffix, mapping.mark(), pointer, message, advice);
    }

    void warning(String suffix, String message, String advice) {
        problems.warning(prefix() + suffix, mapping.mark(), pointer, message, advice);
    }

    void missing(String key, String advice) {
        String where = noun.isEmpty() ? "" : " of this " + noun;
        problems.error(code(key, "missing"), mark(key), pointer, "`" + key + "`" + where + " is missing", advice);
    }

    void wrongType(String key, Node node, String expected, String advice) {
        String message = "`" + key + "` is " + node.what() + ", it must be " + expected;
        problems.error(code(key, "type"), node.mark(), place(key), message, advice);
    }

    void wrongItem(String key, Node item, int index, String expected, String advice) {
        String message = "an item of `" + key + "` is " + item.what() + ", it must be " + expected;
        problems.error(code(key, "type"), item.mark(), place(key) + "/" + index, message, advice);
    }

    void unknown(String key, Mark at, Set<String> known, boolean strict) {
        String message = "the key " + Quoted.of(key) + " is not known here";
        String hint = problems.isFull() ? "" : Suggestions.didYouMean(key, known);
        if (strict) {
            String advice = hint + "The standard allows no further keys here; use `customProperties`.";
            problems.error("contract.key.unknown", at, place(key), message, advice);
        } else {
            String advice = hint + "It is kept as it is, under `custom`.";
            problems.warning("contract.key.unknown", at, place(key), message, advice);
        }
    }

    /** The pointer to the value of a key. */
    String place(String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private String nearest(String key) {
        return mapping.entries().containsKey(key) ? place(key) : pointer;
    }

    private Mark mark(String key) {
        Entry entry = mapping.entries().get(key);
        if (entry == null) {
            return mapping.mark();
        }
        boolean nothing = entry.value() instanceof Scalar scalar && scalar.value() == null;
        return nothing ? entry.key() : entry.value().mark();
    }

    private String code(String key, String suffix) {
        String words =
                key.replaceAll("([a-z])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
        return prefix() + words + "." + suffix;
    }

    private String prefix() {
        return noun.isEmpty() ? "contract." : "contract." + noun + ".";
    }
}
