package io.meshwork.contract.read.odps;

import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.Section;
import io.meshwork.contract.read.value.UniqueNames;
import java.util.List;

/** {@code managementPorts}: how to look after the product. Checked, and kept as written. */
final class OdpsManagement {

    private static final List<String> TYPES = List.of("rest", "topic");

    private OdpsManagement() {}

    static void check(Section root) {
        UniqueNames names = new UniqueNames();
        for (Section port : root.sections("managementPorts", "management-port")) {
            names.check(port, "name", port.required("name", "Name the port."));
            port.required("content", "Write discoverability, observability, control or dictionary.");
            String type = port.text("type");
            if (type != null && !TYPES.contains(type)) {
                port.warning(
                        "type",
                        "unknown",
                        "the type of port " + Quoted.of(type) + " is not in the standard",
                        "Write rest or topic.");
            }
        }
    }
}
