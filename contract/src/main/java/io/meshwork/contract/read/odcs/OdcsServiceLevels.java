package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.ServiceLevelObjective;
import io.meshwork.contract.read.value.Section;
import io.meshwork.contract.read.value.ServiceLevels;
import java.util.ArrayList;
import java.util.List;

/** {@code slaProperties}. */
final class OdcsServiceLevels {

    private OdcsServiceLevels() {}

    static List<ServiceLevelObjective> read(Section root) {
        List<ServiceLevelObjective> levels = new ArrayList<>();
        for (Section section : root.sections("slaProperties", "sla")) {
            String property = section.required("property", "Name the service level, such as latency or retention.");
            String value = section.written("value");
            if (value == null && !section.keys().contains("value")) {
                section.missing("value", "Write the promised value.");
            }
            if (value != null) {
                levels.add(ServiceLevels.objective(
                        ServiceLevels.camelCase(property), value, section.text("unit"), section.text("element")));
            }
            section.keep("id", "valueExt", "driver", "description", "scheduler", "schedule", "customProperties");
            section.close();
        }
        return levels;
    }
}
