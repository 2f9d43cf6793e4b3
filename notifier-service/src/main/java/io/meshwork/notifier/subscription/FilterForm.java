package io.meshwork.notifier.subscription;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.news.Text;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A filter in the words of whoever asks for it. */
public record FilterForm(
        List<String> products,
        List<String> domains,
        List<String> tags,
        List<String> eventTypes,
        String minimumSeverity,
        List<String> changedFields) {

    private static final int WORDS = 200;

    public FilterForm {
        products = List.copyOf(products);
        domains = List.copyOf(domains);
        tags = List.copyOf(tags);
        eventTypes = List.copyOf(eventTypes);
        changedFields = List.copyOf(changedFields);
    }

    /**
     * Reads the words; whether the entries can match anything is for {@link SubscriptionRules#faults(Filter)}.
     *
     * @param faults takes the words that mean nothing
     */
    Filter read(Collection<SubscriptionFault> faults) {
        var severity =
                known("/minimumSeverity", minimumSeverity, Severity.of(minimumSeverity), Severity.words(), faults);
        for (int i = 0; i < eventTypes.size(); i++) {
            known("/eventTypes/" + i, eventTypes.get(i), Kind.of(eventTypes.get(i)), Kind.words(), faults);
        }
        return new Filter(
                words(products),
                words(domains),
                words(tags),
                words(eventTypes),
                severity.orElse(Severity.INFO),
                words(changedFields));
    }

    /** @param faults takes everything that is wrong; if there is any, the answer is worth nothing */
    public Filter readAndCheck(Collection<SubscriptionFault> faults) {
        var filter = read(faults);
        faults.addAll(SubscriptionRules.faults(filter));
        return filter;
    }

    static <T> Optional<T> known(
            String pointer,
            String word,
            Optional<T> meaning,
            List<String> known,
            Collection<SubscriptionFault> faults) {
        if (meaning.isEmpty()) {
            faults.add(new SubscriptionFault(
                    pointer,
                    "'" + Text.line(word, WORDS) + "' is unknown. " + Suggestions.didYouMean(word, known)
                            + "Known are: " + String.join(", ", known)));
        }
        return meaning;
    }

    private static Set<String> words(Collection<String> words) {
        return words.stream().map(word -> Text.line(word, WORDS)).collect(toUnmodifiableSet());
    }
}
