package io.meshwork.policy.language;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a product in the eyes of one policy: the facts, the policy's parameters, and its variables, each of which is
 * computed when it is first asked for; or one update in the eyes of the filters of one team. For one judgement; not for use by
 * several threads.
 */
public final class Situation implements CelVariableResolver {

    static final String PARAMETERS = "parameters.";
    static final String VARIABLES = "variables.";

    private final Facts facts;
    private final Map<String, Object> parameters;
    private final List<Variable> variables;
    /** Values by name, and the failures of those that have none, so that none is computed twice. */
    private final Map<String, Object> computed = new HashMap<>(0);

    private final Allowance allowance;

    private Situation(Facts facts, Map<String, Object> parameters, List<Variable> variables, Allowance allowance) {
        this.facts = facts;
        this.parameters = parameters;
        this.variables = variables;
        this.allowance = allowance;
    }

    /** @param parameters values by name */
    public Situation(Facts facts, Map<String, Object> parameters, List<Variable> variables) {
        this(facts, parameters, variables, Allowance.of(facts.subject()));
    }

    /** Without parameters and variables. */
    public Situation(Facts facts) {
        this(facts, Map.of(), List.of());
    }

    /** @param allowance of this and other situations */
    public Situation(Facts facts, Allowance allowance) {
        this(facts, Map.of(), List.of(), allowance);
    }

    Subject subject() {
        return facts.subject();
    }

    /** Steps that are left for the next evaluation. */
    long budget() {
        return Math.min(subject().limits().steps(), allowance.left());
    }

    void addSteps(long more) {
        allowance.take(more);
    }

    List<Variable> variables() {
        return variables;
    }

    @Override
    public Optional<Object> find(String name) {
        Optional<Object> fact = facts.find(name);
        if (fact.isPresent()) {
            return fact;
        }
        if (name.startsWith(PARAMETERS)) {
            return Optional.ofNullable(parameters.get(name.substring(PARAMETERS.length())));
        }
        return name.startsWith(VARIABLES) ? variable(name.substring(VARIABLES.length())) : Optional.empty();
    }

    private Optional<Object> variable(String name) {
        Object known = computed.get(name);
        if (known == null) {
            for (Variable variable : variables) {
                if (variable.name().equals(name)) {
                    known = compute(variable);
                    computed.put(name, known);
                }
            }
        }
        if (known instanceof VariableUndecided undecided) {
            throw undecided;
        }
        return Optional.ofNullable(known);
    }

    private Object compute(Variable variable) {
        try {
            return variable.expression().eval(this);
        } catch (CelEvaluationException e) {
            return new VariableUndecided("the variable '" + variable.name() + "': " + Reasons.of(e, subject()));
        } catch (VariableUndecided e) {
            return e;
        } catch (StackOverflowError e) {
            return new VariableUndecided("the variable '" + variable.name() + "': " + Reasons.TOO_DEEP);
        }
    }

    /** A variable that could not be computed; whatever reads it cannot be decided either. */
    static final class VariableUndecided extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        VariableUndecided(String message) {
            super(message);
        }
    }
}
