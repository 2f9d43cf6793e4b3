package io.meshwork.local.ports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Ports the platform needs are in use; the message names all of them, who has them, and how to choose others. */
public final class PortsTakenException extends Exception {

    public PortsTakenException(List<Taken> taken) {
        super(
                taken.stream().map(Taken::describe).collect(Collectors.joining("\n"))
                        + "\nStop what uses them, or choose other ports: --port-base 8080 (or MESH_PORT_BASE=8080); --port-base 0 takes any free ones.");
    }

    /** One port in use. */
    public record Taken(int number, Port port, Optional<PortOwner> owner) {

        String describe() {
            return "Port " + number + ", needed for " + port.purpose + ", is taken by "
                    + owner.map(PortOwner::describe).orElse("another program") + ".";
        }
    }
}
