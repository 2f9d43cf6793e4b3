package io.meshwork.policy.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rule asks of one attribute. An attribute without values includes nothing, and whatever is excluded is not among them.
 *
 * @param attribute null for a derived one, whose only value comes from the rule
 * @param fromRule id of an attribute rule; where that holds, its id is one of the values
 * @param excludes no value may be one of the literals; otherwise at least one must be
 */
public record AttributePredicate(
        @Nullable Attribute attribute, @Nullable String fromRule, boolean excludes, List<Literal> literals) {

    public AttributePredicate {
        literals = List.copyOf(literals);
    }

    boolean holds(Attributes attributes, DerivedValues derived) {
        Set<String> values = new HashSet<>();
        if (attribute != null) {
            values.addAll(attributes.of(attribute));
        }
        if (fromRule != null && derived.holds(fromRule)) {
            values.add(fromRule);
        }
        boolean included =
                values.stream().anyMatch(value -> literals.stream().anyMatch(literal -> literal.matches(value)));
        return included != excludes;
    }
}
