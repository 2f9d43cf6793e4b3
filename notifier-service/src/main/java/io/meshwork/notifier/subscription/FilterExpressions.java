package io.meshwork.notifier.subscription;

import static java.util.stream.Collectors.joining;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.meshwork.notifier.news.Text;
import io.meshwork.policy.language.Allowance;
import io.meshwork.policy.language.Compilation.Compiled;
import io.meshwork.policy.language.Compilation.Faulty;
import io.meshwork.policy.language.Condition;
import io.meshwork.policy.language.Fault;
import io.meshwork.policy.language.PolicyLanguage;
import java.util.List;

/**
 * Expressions of filters, checked and compiled: a million subscriptions would not fit into memory that way, so only those that news
 * met lately are kept. The same text is the same for all who wrote it.
 */
final class FilterExpressions {

    static final int LONGEST = 1_000;

    private static final int WORDS = 500;

    /** Characters of all that are kept; compiled, one takes some 50 bytes. */
    private static final long KEPT = 400_000;

    private static final PolicyLanguage LANGUAGE = PolicyLanguage.ofUpdates();
    private static final Cache<String, Condition> COMPILED = CacheBuilder.newBuilder()
            .maximumWeight(KEPT)
            .concurrencyLevel(1)
            .<String, Condition>weigher((expression, _) -> expression.length())
            .build();

    private FilterExpressions() {}

    /** Everything that is wrong with it, each at its place. */
    static List<SubscriptionFault> faults(String expression) {
        if (expression.isBlank()) {
            return List.of(fault("it is empty; leave it out to hear of everything"));
        }
        if (expression.length() > LONGEST) {
            return List.of(fault("at most " + LONGEST + " characters; make several subscriptions of it"));
        }
        if (!expression.codePoints().allMatch(FilterExpressions::isVisible)) {
            return List.of(fault("it holds a character that nobody sees; write it as an escape, such as \\u200b"));
        }
        return switch (LANGUAGE.condition(expression)) {
            case Compiled<Condition> _ -> List.of();
            case Faulty<Condition>(var faults) ->
                faults.stream()
                        .map(found -> fault(place(expression, found.offset()) + ": " + words(found)))
                        .toList();
        };
    }

    /** One that cannot be understood, because a newer version of the notifier took it, can never be decided. */
    static Condition compiled(String expression, Allowance allowance) {
        var known = COMPILED.getIfPresent(expression);
        if (known != null) {
            return known;
        }
        if (!allowance.paysFor(expression)) {
            return Condition.never("the filters of its team take more work than there is time for");
        }
        return switch (LANGUAGE.condition(expression)) {
            case Compiled<Condition>(var condition) -> {
                COMPILED.put(expression, condition);
                yield condition;
            }
            case Faulty<Condition>(var faults) ->
                Condition.never(faults.stream().map(Fault::message).collect(joining("; ")));
        };
    }

    /** Without the full stop, which is for whoever shows it. */
    private static String words(Fault found) {
        var words = Text.line(found.message() + ". " + found.advice(), WORDS);
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }

    private static SubscriptionFault fault(String message) {
        return new SubscriptionFault("/filter", message);
    }

    private static String place(String expression, int offset) {
        var before = expression.substring(0, Math.min(offset, expression.length()));
        int line =
                1 + (int) before.chars().filter(character -> character == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        return "line " + line + ", column " + column;
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\r' || character == '\t';
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
