package io.meshwork.policy.access;

import java.util.HashMap;
import java.util.Map;

/** Which attribute rules hold for one request; each is asked once, however many predicates name it. */
final class DerivedValues {

    private final Map<String, AttributeCondition> rules;
    private final Attributes attributes;
    private final Map<String, Boolean> known = new HashMap<>();

    /** @param rules without cycles */
    DerivedValues(Map<String, AttributeCondition> rules, Attributes attributes) {
        this.rules = rules;
        this.attributes = attributes;
    }

    boolean holds(String rule) {
        Boolean before = known.get(rule);
        if (before != null) {
            return before;
        }
        AttributeCondition condition = rules.get(rule);
        boolean holds = condition != null && condition.holds(attributes, this);
        known.put(rule, holds);
        return holds;
    }
}
