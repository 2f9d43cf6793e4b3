package io.meshwork.local.command;

import io.meshwork.local.process.Readiness;
import io.meshwork.local.process.ResidentMemory;
import io.meshwork.local.state.PartState;
import io.meshwork.local.state.PlatformState;
import io.meshwork.local.state.Processes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a part is right now.
 *
 * @param pid null when it is down
 * @param memory resident bytes, null when the part shares the supervisor's process or is down
 * @param url null when there is nothing to open
 */
record Health(
        String part,
        State state,
        @Nullable Integer port,
        @Nullable Long pid,
        @Nullable Long memory,
        String version,
        @Nullable String url) {

    static final String SUPERVISOR = "mesh";

    enum State {
        UP,
        /** Its process runs but does not answer. */
        NOT_READY,
        DOWN
    }

    /** The supervisor first, then every part; asked side by side, since one that hangs is waited for. */
    static List<Health> of(PlatformState platform) {
        ProcessHandle supervisor = platform.findSupervisor().orElse(null);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Health>> parts = platform.parts().stream()
                    .map(part -> CompletableFuture.supplyAsync(() -> of(part, supervisor), threads))
                    .toList();
            return Stream.concat(
                            Stream.of(ofSupervisor(platform, supervisor)),
                            parts.stream().map(CompletableFuture::join))
                    .toList();
        }
    }

    private static Health ofSupervisor(PlatformState platform, @Nullable ProcessHandle process) {
        State state = process == null
                ? State.DOWN
                : platform.phase() == PlatformState.Phase.READY ? State.UP : State.NOT_READY;
        OptionalLong memory = process == null ? OptionalLong.empty() : ResidentMemory.of(process);
        return new Health(SUPERVISOR, state, null, pid(process), boxed(memory), "", null);
    }

    private static Health of(PartState part, @Nullable ProcessHandle supervisor) {
        Optional<ProcessHandle> own = Optional.ofNullable(part.process()).flatMap(Processes::find);
        ProcessHandle process = part.process() == null ? supervisor : own.orElse(null);
        return new Health(
                part.name(),
                state(part, process),
                part.port(),
                pid(process),
                own.map(ResidentMemory::ofTree).map(Health::boxed).orElse(null),
                part.version(),
                part.url() == null ? null : part.url().toString());
    }

    private static State state(PartState part, @Nullable ProcessHandle process) {
        if (process == null) {
            return State.DOWN;
        }
        boolean well = part.health() == null ? Readiness.accepts(part.port()) : Readiness.answers(part.health());
        return well ? State.UP : State.NOT_READY;
    }

    private static @Nullable Long pid(@Nullable ProcessHandle process) {
        return process == null ? null : process.pid();
    }

    private static @Nullable Long boxed(OptionalLong bytes) {
        return bytes.isPresent() ? bytes.getAsLong() : null;
    }
}
