package io.meshwork.policy.access;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Predicates in normal forms; when both are stated, both must hold.
 *
 * @param dnf one of these lists must hold as a whole; empty when not stated
 * @param cnf of each of these lists, one predicate must hold; empty when not stated
 */
public record AttributeCondition(List<List<AttributePredicate>> dnf, List<List<AttributePredicate>> cnf) {

    public AttributeCondition {
        dnf = dnf.stream().map(List::copyOf).toList();
        cnf = cnf.stream().map(List::copyOf).toList();
    }

    /** The attribute rules that predicates name. */
    public Set<String> rules() {
        return Stream.of(dnf, cnf)
                .flatMap(List::stream)
                .flatMap(List::stream)
                .flatMap(predicate -> Stream.ofNullable(predicate.fromRule()))
                .collect(Collectors.toSet());
    }

    boolean holds(Attributes attributes, DerivedValues derived) {
        Predicate<AttributePredicate> one = predicate -> predicate.holds(attributes, derived);
        boolean dnfHolds =
                dnf.isEmpty() || dnf.stream().anyMatch(all -> all.stream().allMatch(one));
        return dnfHolds && cnf.stream().allMatch(any -> any.stream().anyMatch(one));
    }
}
