package io.meshwork.contract.read.odps;

import io.meshwork.contract.model.InputPort;
import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.PortKind;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.PortKinds;
import io.meshwork.contract.read.value.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code outputPorts}: what the product offers, each by a contract of its own. */
final class OdpsOutputs {

    private static final Set<String> MODELLED = Set.of("name", "version", "contractId", "description");

    private OdpsOutputs() {}

    static List<OutputPort> read(Section root, List<InputPort> inputs) {
        Set<String> contracts = inputs.stream()
                .map(InputPort::contractId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<OutputPort> ports = new ArrayList<>();
        PortNames names = new PortNames();
        for (Section section : root.sections("outputPorts", "output-port")) {
            OutputPort port = port(section);
            names.check(section, port.name(), port.version());
            checkInputs(section, contracts);
            checkBills(section);
            ports.add(port);
        }
        if (!root.has("outputPorts")) {
            root.warning(
                    "outputPorts",
                    "missing",
                    "the product offers nothing",
                    "Add `outputPorts:` with at least a name, a version and the `contractId` of its data contract.");
        }
        return ports;
    }

    private static OutputPort port(Section section) {
        String name = section.name("name", "Name the port, so that others can refer to it.");
        String contract = section.text("contractId");
        if (contract == null) {
            section.warning(
                    "contractId",
                    "missing",
                    "the port names no data contract, so it promises nothing",
                    "Write the `id` of the contract in `contractId`.");
        }
        String type = section.text("type");
        return new OutputPort(
                name,
                type == null ? PortKind.OTHER : PortKinds.ofWord(type).orElse(PortKind.OTHER),
                null,
                null,
                section.text("description"),
                PortNames.version(section),
                contract,
                section.except(MODELLED));
    }

    /** A port may be made of what the product takes in, and of nothing else. */
    private static void checkInputs(Section port, Set<String> contracts) {
        for (Section input : port.sections("inputContracts", "input-contract")) {
            String id = input.required("id", "Write the `id` of a contract of an input port.");
            PortNames.version(input);
            if (!id.isEmpty() && !contracts.contains(id)) {
                input.warning(
                        "id",
                        "dangling",
                        "the contract " + Quoted.of(id) + " is not that of an input port",
                        "Add an input port with this `contractId`, or mend the id.");
            }
        }
    }

    private static void checkBills(Section port) {
        port.sections("sbom", "sbom").forEach(bill -> bill.required("url", "Write where the bill of materials is."));
    }
}
