package io.meshwork.policy.define;

import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.Problem.Severity;
import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.policy.define.FolderReading.ReadFile;
import io.meshwork.policy.define.PolicyDecision.Refused;
import io.meshwork.policy.model.Content;
import io.meshwork.policy.model.Content.Rules;
import io.meshwork.policy.model.Content.Tightening;
import io.meshwork.policy.model.Parameter;
import io.meshwork.policy.model.Policy;
import io.meshwork.policy.model.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A domain's values for a global policy demand more than the policy's own, never less. */
final class Tightenings {

    private Tightenings() {}

    /** @param global the rules of global policies by id; empty when there is none of that id */
    static Optional<Refused> refusal(Policy policy, Function<String, Optional<Rules>> global) {
        List<String> reasons = reasons(policy, global);
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refused("policy.weakens", String.join("\n", reasons), List.of()));
    }

    /** @param global like in {@link #refusal}; policies of the files themselves come first */
    static List<FileProblem> problems(List<ReadFile> files, Function<String, Optional<Rules>> global) {
        Map<String, Rules> own = new HashMap<>();
        for (ReadFile file : files) {
            if (file.policy().scope() instanceof Scope.Global && file.policy().content() instanceof Rules rules) {
                own.put(file.policy().id(), rules);
            }
        }
        List<FileProblem> problems = new ArrayList<>();
        for (ReadFile file : files) {
            reasons(file.policy(), id -> Optional.ofNullable(own.get(id)).or(() -> global.apply(id)))
                    .forEach(reason -> problems.add(new FileProblem(file.file().name(), problem(reason))));
        }
        return problems;
    }

    private static List<String> reasons(Policy policy, Function<String, Optional<Rules>> global) {
        return switch (policy.content()) {
            case Rules rules -> List.of();
            case Content.Access access -> List.of();
            case Tightening tightening ->
                global.apply(tightening.policyId())
                        .map(rules -> reasons(tightening, rules))
                        .orElseGet(() -> List.of("there is no global policy '" + tightening.policyId()
                                + "' with rules to tighten; check `tightens`"));
        };
    }

    private static List<String> reasons(Tightening tightening, Content.Rules rules) {
        Map<String, Parameter> known = new HashMap<>();
        rules.parameters().forEach(parameter -> known.put(parameter.name(), parameter));
        List<String> reasons = new ArrayList<>();
        tightening.values().forEach((name, value) -> {
            Parameter parameter = known.get(name);
            if (parameter == null) {
                reasons.add("the policy '" + tightening.policyId() + "' has no parameter '" + name + "'; "
                        + Suggestions.didYouMean(name, known.keySet())
                        + "known are: "
                        + String.join(", ", known.keySet().stream().sorted().toList()));
            } else {
                parameter
                        .refuses(value)
                        .ifPresent(reason -> reasons.add("'" + name + "' cannot be " + value + ": " + reason));
            }
        });
        return reasons;
    }

    private static Problem problem(String reason) {
        return new Problem(
                "policy.weakens",
                Severity.ERROR,
                reason,
                "A domain may only demand more than the policy does.",
                "/spec/parameters",
                1,
                1);
    }
}
