package io.meshwork.local.state;

import io.meshwork.local.state.PartState.Running;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code mesh up} tells the other commands.
 *
 * @param supervisor the process that started the parts and ends them
 * @param data the only folder whose data files are measured, null when that is not up to this mesh
 */
public record PlatformState(
        Running supervisor,
        Phase phase,
        List<PartState> parts,
        @Nullable Path data) {

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
