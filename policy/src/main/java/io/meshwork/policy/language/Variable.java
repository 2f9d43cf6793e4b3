package io.meshwork.policy.language;

import java.util.Set;

/** A named expression of a policy, computed at most once per judgement, and only when a rule reads it. */
public final class Variable {

    private final String name;
    private final Expression expression;

    Variable(String name, Expression expression) {
        this.name = name;
        this.expression = expression;
    }

    public String name() {
        return name;
    }

    public Set<Fact> reads() {
        return expression.reads();
    }

    Expression expression() {
        return expression;
    }
}
