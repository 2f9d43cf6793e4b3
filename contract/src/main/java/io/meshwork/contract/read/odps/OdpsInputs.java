package io.meshwork.contract.read.odps;

import io.meshwork.contract.model.InputPort;
import io.meshwork.contract.read.value.CustomProperties;
import io.meshwork.contract.read.value.Section;
import java.util.ArrayList;
import java.util.List;

/** {@code inputPorts}: the contracts the product relies on. */
final class OdpsInputs {

    private OdpsInputs() {}

    static List<InputPort> read(Section root) {
        List<InputPort> ports = new ArrayList<>();
        PortNames names = new PortNames();
        for (Section section : root.sections("inputPorts", "input-port")) {
            String name = section.name("name", "Name the input port.");
            String version = PortNames.version(section);
            String contract = section.required("contractId", "Write the `id` of the data contract the port relies on.");
            names.check(section, name, version);
            section.texts("tags");
            CustomProperties.read(section);
            section.keep("tags", "authoritativeDefinitions");
            section.close();
            ports.add(new InputPort(name, null, version, contract.isEmpty() ? null : contract));
        }
        return ports;
    }
}
