package io.meshwork.contract.change;

import static io.meshwork.contract.change.Rule.always;
import static io.meshwork.contract.change.Rule.stated;
import static io.meshwork.contract.change.Ruling.risky;
import static io.meshwork.contract.change.Ruling.safe;

import io.meshwork.contract.change.Change.Kind;
import io.meshwork.contract.model.Consumer;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Terms;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What changes of the agreement with the consumers mean. */
final class TermsRules {

    private static final List<Attribute<Terms, ?>> TABLE = List.of(
            new Attribute<>(
                    "usage", Terms::usage, always(risky("Consumers must check that they may still do what they do."))),
            new Attribute<>(
                    "limitations",
                    Terms::limitations,
                    stated(
                            risky("Consumers must check that they may still do what they do."),
                            safe("Consumers may do more."),
                            risky("Consumers must check that they may still do what they do."))),
            new Attribute<>("startDate", Terms::startDate, TermsRules::start),
            new Attribute<>("endDate", Terms::endDate, TermsRules::end),
            new Attribute<>("noticePeriod", Terms::noticePeriod, TermsRules::notice),
            new Attribute<>(
                    "reviewDate", Terms::reviewDate, always(safe("The contract is looked at on another day."))));

    private static final Ruling STANDARD_ADDED = safe("The data keep to one more standard: {after}.");
    private static final Ruling STANDARD_REMOVED =
            risky("The data need not keep to {before} any more; who relies on it must check.");

    private static final List<Attribute<Consumer, ?>> CONSUMER = List.of(
            new Attribute<>("team", Consumer::team, always(safe("The consumer's team is named differently."))),
            new Attribute<>("contact", Consumer::contact, always(safe("The consumer is reached in another way."))),
            new Attribute<>(
                    "purpose", Consumer::purpose, always(safe("The consumer's purpose is stated differently."))));

    private static final Ruling CONSUMER_ADDED = safe("One more consumer is known.");
    private static final Ruling CONSUMER_REMOVED = risky("{before} is no longer named as a consumer, and has to know.");

    private TermsRules() {}

    static void compare(DataProduct before, DataProduct after, Findings findings) {
        consumers(before.consumers(), after.consumers(), findings);
        Place terms = Place.ROOT.child("terms");
        findings.compare(TABLE, before.terms(), after.terms(), terms);
        Names.compare(
                before.terms().interoperability(),
                after.terms().interoperability(),
                terms.child("interoperability"),
                findings,
                STANDARD_ADDED,
                STANDARD_REMOVED);
    }

    private static Ruling start(@Nullable LocalDate before, @Nullable LocalDate after) {
        boolean later = after != null && (before == null || after.isAfter(before));
        return later
                ? risky("The contract holds later than consumers were told: from {after}.")
                        .as(Kind.TIGHTENED)
                : safe("The contract holds earlier.").as(Kind.LOOSENED);
    }

    private static Ruling end(@Nullable LocalDate before, @Nullable LocalDate after) {
        boolean sooner = after != null && (before == null || after.isBefore(before));
        return sooner
                ? risky("The contract ends sooner than consumers were told: on {after}.")
                        .as(Kind.TIGHTENED)
                : safe("The contract holds longer.").as(Kind.LOOSENED);
    }

    private static Ruling notice(@Nullable Period before, @Nullable Period after) {
        boolean shorter = before != null && (after == null || days(after) < days(before));
        return shorter
                ? risky("Consumers have less time to move when a breaking version comes.")
                        .as(Kind.LOOSENED)
                : safe("Consumers have more time to move when a breaking version comes.")
                        .as(Kind.TIGHTENED);
    }

    private static long days(Period period) {
        return period.toTotalMonths() * 30 + period.getDays();
    }

    private static void consumers(List<Consumer> before, List<Consumer> after, Findings findings) {
        Place list = Place.ROOT.child("consumers");
        Matching<Consumer> matching = Matching.of(before, after)
                .by(Matching.Item::value)
                .by(item -> Arrays.asList(item.value().team(), item.value().purpose()))
                .by(item -> name(item.value()));
        matching.forEachRemoved(gone -> findings.add(
                list.item(gone.index(), 0, name(gone.value())), CONSUMER_REMOVED, name(gone.value()), null));
        matching.forEachPair((old, now) -> findings.compare(
                CONSUMER, old.value(), now.value(), list.item(old.index(), now.index(), name(now.value()))));
        matching.forEachAdded(more ->
                findings.add(list.item(0, more.index(), name(more.value())), CONSUMER_ADDED, null, name(more.value())));
    }

    private static String name(Consumer consumer) {
        return Stream.of(consumer.team(), consumer.contact(), consumer.purpose())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("unnamed");
    }
}
