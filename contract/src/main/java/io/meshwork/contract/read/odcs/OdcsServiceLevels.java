package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.ServiceLevelObjective;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.PlainNumbers;
import io.meshwork.contract.read.value.Section;
import io.meshwork.contract.read.value.ServiceLevels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code slaProperties}. */
final class OdcsServiceLevels {

    private record Promise(
            String property,
            @Nullable String element,
            @Nullable Object driver) {}

    private OdcsServiceLevels() {}

    static List<ServiceLevelObjective> read(Section root, Elements elements) {
        List<ServiceLevelObjective> levels = new ArrayList<>();
        Set<Promise> promises = new HashSet<>();
        for (Section section : root.sections("slaProperties", "sla")) {
            String property = section.required("property", "Name the service level, such as latency or retention.");
            String value = section.written("value");
            String element = section.text("element");
            String unit = section.text("unit");
            String name = ServiceLevels.camelCase(property);
            if (value == null) {
                withoutValue(section);
            } else {
                ServiceLevelObjective objective = ServiceLevels.objective(name, value, unit, element);
                levels.add(objective);
                if (objective.normalized() == null && ServiceLevels.isMeasured(name)) {
                    section.warning(
                            "value",
                            "unmeasurable",
                            "the value " + Quoted.of(value) + " cannot be compared with a measurement",
                            ServiceLevels.ADVICE);
                }
                section.keepUnless("property", name);
                section.keepUnless("value", PlainNumbers.read(value));
            }
            checkElements(section, element, elements);
            if (!promises.add(new Promise(name, element, section.plain("driver")))) {
                twice(section, name);
            }
            section.keep("id", "valueExt", "driver", "description", "scheduler", "schedule", "customProperties");
            section.close();
        }
        return levels;
    }

    /** A value of nothing is allowed and promises nothing; the section stays as written. */
    private static void withoutValue(Section section) {
        if (!section.keys().contains("value")) {
            section.missing("value", "Write the promised value.");
        }
        section.keepAll();
    }

    private static void checkElements(Section section, @Nullable String written, Elements elements) {
        if (written != null) {
            for (String element : written.split(",")) {
                elements.checkElement(section, "element", element.strip());
            }
        }
    }

    private static void twice(Section section, String name) {
        section.warning(
                "property",
                "duplicate",
                "the service level " + Quoted.of(name) + " is promised twice for the same element",
                "Keep one of the two, or say in `element` what each is about.");
    }
}
