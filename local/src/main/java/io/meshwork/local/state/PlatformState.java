package io.meshwork.local.state;

import io.meshwork.local.state.PartState.Running;
import java.util.List;
import java.util.Optional;

/**
 * What {@code mesh up} tells the other commands.
 *
 * @param supervisor the process that started the parts and ends them
 */
public record PlatformState(Running supervisor, Phase phase, List<PartState> parts) {

    public PlatformState {
        parts = List.copyOf(parts);
    }

    public enum Phase {
        STARTING,
        READY,
        STOPPING
    }

    public Optional<ProcessHandle> findSupervisor() {
        return Processes.find(supervisor);
    }

    public Optional<PartState> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }
}
