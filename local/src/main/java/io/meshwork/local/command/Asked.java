package io.meshwork.local.command;

import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.PlatformState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What {@code mesh up} was asked for that a mesh which runs already cannot take on. */
record Asked(OptionalInt portBase, Optional<Path> data) {

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
        if (!lines.isEmpty()) {
            lines.add("Stop it first: mesh down --home " + home.folder()
                    + "; or start another beside it: mesh up --home <folder> --port-base <port>");
        }
        return lines;
    }
}
