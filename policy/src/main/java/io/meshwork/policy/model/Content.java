package io.meshwork.policy.model;

import io.meshwork.policy.access.AccessRules;
import io.meshwork.policy.language.Condition;
import io.meshwork.policy.language.Fact;
import io.meshwork.policy.language.Variable;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a policy demands. */
public sealed interface Content {

    /**
     * Rules of its own.
     *
     * @param match to which products of the scope it applies, null for all
     * @param parameters what domains may tighten
     * @param variables in the order of the document; each may use those before it
     */
    record Rules(@Nullable Condition match, List<Parameter> parameters, List<Variable> variables, List<Rule> rules)
            implements Content {

        public Rules {
            parameters = List.copyOf(parameters);
            variables = List.copyOf(variables);
            rules = List.copyOf(rules);
        }

        /** The facts that a verdict may depend on. */
        public Set<Fact> reads() {
            Set<Fact> facts = EnumSet.noneOf(Fact.class);
            Stream.of(
                            Stream.ofNullable(match).map(Condition::reads),
                            variables.stream().map(Variable::reads),
                            rules.stream()
                                    .flatMap(rule -> Stream.of(
                                            rule.condition().reads(),
                                            rule.message().reads())))
                    .flatMap(all -> all)
                    .forEach(facts::addAll);
            return facts;
        }
    }

    /** Who may use the products of the scope. */
    record Access(AccessRules rules) implements Content {}

    /**
     * Other values of a global policy's parameters for the products of one domain.
     *
     * @param policyId of the global policy
     * @param values by parameter; Long, Double, String, Boolean or list of String
     */
    record Tightening(String policyId, Map<String, Object> values) implements Content {

        public Tightening {
            values = Map.copyOf(values);
        }
    }
}
