package io.meshwork.policy.define;

import io.meshwork.policy.model.Scope;

/** Domains may add policies for their own products; what is global they cannot replace. */
final class Federation {

    private Federation() {}

    static boolean weakens(Scope scope, Scope existing) {
        return scope instanceof Scope.Domain && existing instanceof Scope.Global;
    }

    /** Whether a policy of one domain would take over one of another. */
    static boolean crosses(Scope scope, Scope existing) {
        return scope instanceof Scope.Domain && existing instanceof Scope.Domain && !scope.equals(existing);
    }

    static String taken(String id, Scope existing) {
        return switch (existing) {
            case Scope.Global global ->
                "the id '" + id + "' belongs to a global policy, which no other policy may replace or weaken";
            case Scope.Domain domain -> "the id '" + id + "' belongs to a policy of domain '" + domain.id() + "'";
        };
    }
}
