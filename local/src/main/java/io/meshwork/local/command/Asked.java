package io.meshwork.local.command;

import io.meshwork.local.MeshService;
import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.PartState;
import io.meshwork.local.state.PlatformState;
import io.meshwork.local.state.PlatformState.Phase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What {@code mesh up} was asked for that a mesh which runs already cannot take on.
 *
 * @param processes each service in a process of its own
 * @param withoutServices no services at all
 */
record Asked(OptionalInt portBase, Optional<Path> data, boolean processes, boolean withoutServices) {

    /** What of it was not applied and what to do, in lines; empty when the mesh is as it was asked for. */
    List<String> notApplied(MeshHome home, PlatformState running) {
        List<String> lines = new ArrayList<>();
        portBase.stream()
                .filter(base -> base != 0 && !RunningMeshOption.isAt(base, running))
                .mapToObj(base -> "Port base " + base + " was not applied: the mesh listens at the ports above.")
                .forEach(lines::add);
        data.filter(folder -> !folder.equals(running.data()))
                .map(folder -> "Data folder " + folder + " was not applied: the mesh reads "
                        + (running.data() == null ? "none" : running.data()) + ".")
                .ifPresent(lines::add);
        if (processes && services(running).anyMatch(service -> service.process() == null)) {
            lines.add("--processes was not applied: the services share the process of the mesh.");
        }
        if (withoutServices && services(running).findAny().isPresent()) {
            lines.add("--without-services was not applied: the mesh runs services.");
        }
        if (!lines.isEmpty()) {
            lines.add("Stop it first: mesh down --home " + home.folder()
                    + "; or start another beside it: mesh up --home <folder> --port-base <port>");
        }
        return lines;
    }

    /** One that is just starting may not have its process yet. */
    private static Stream<PartState> services(PlatformState running) {
        return running.phase() == Phase.STARTING
                ? Stream.empty()
                : Stream.of(MeshService.values()).flatMap(service -> running.part(service.label()).stream());
    }
}
