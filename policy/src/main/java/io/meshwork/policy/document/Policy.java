package io.meshwork.policy.document;

import io.meshwork.policy.language.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy that was read and checked, ready to judge.
 *
 * @param id {@code [a-z0-9-]{1,63}}
 * @param title for people
 * @param owner who answers for it, null when not stated
 * @param match to which products of the scope it applies, null for all
 */
public record Policy(
        String id,
        String title,
        @Nullable String owner,
        Scope scope,
        Category category,
        Enforcement enforcement,
        @Nullable Condition match,
        List<Rule> rules) {

    public Policy {
        rules = List.copyOf(rules);
    }
}
