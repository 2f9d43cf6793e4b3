package io.meshwork.policy.document;

import io.meshwork.policy.model.Content.Tightening;
import io.meshwork.policy.model.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code tightens}: other values of a global policy's parameters for one domain. */
final class TighteningPart {

    private static final String TIGHTENS = "tightens";

    private TighteningPart() {}

    static @Nullable Tightening read(Part spec, @Nullable Scope scope) {
        String policyId = spec.required(TIGHTENS, "Name the global policy.");
        if (scope instanceof Scope.Global) {
            spec.problem(
                    "invalid",
                    "scope",
                    "a policy that tightens another one holds for one domain",
                    "Write `scope: domain:<id>`; to change it for everybody, change '" + policyId + "' itself.");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        Part parameters = spec.optionalPart("parameters", "Write `parameters:` with names and values.");
        if (parameters != null) {
            for (String name : parameters.names()) {
                Object value = Values.read(parameters, name);
                if (value != null) {
                    values.put(name, value);
                }
            }
        }
        return policyId == null ? null : new Tightening(policyId, values);
    }
}
