package io.meshwork.contract.read.value;

import io.meshwork.contract.model.QualityCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The checks of one product, each with a name of its own. */
public final class Checks {

    private final List<QualityCheck> checks = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> uses = new HashMap<>();

    /** The name, with a number behind it when another check has it already. */
    public String unique(String name) {
        String candidate = name;
        while (!names.add(candidate)) {
            candidate = name + "_" + (1 + uses.merge(name, 1, Integer::sum));
        }
        return candidate;
    }

    public void add(QualityCheck check) {
        checks.add(check);
    }

    public List<QualityCheck> all() {
        return List.copyOf(checks);
    }
}
