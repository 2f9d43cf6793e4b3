package io.meshwork.local;

import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.PartState;
import io.meshwork.local.state.Processes;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Processes that a supervisor recorded and, killed, could not end itself. */
public final class Leftovers {

    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

    private Leftovers() {}

    /** Ends those that are still the same process, and forgets the state. Only for who holds the folder's lock. */
    public static void end(MeshHome home) {
        home.stateFile().read().ifPresent(state -> {
            state.parts().stream()
                    .map(PartState::process)
                    .filter(Objects::nonNull)
                    .flatMap(process -> Processes.find(process).stream())
                    .forEach(Leftovers::end);
            home.stateFile().delete();
        });
    }

    private static void end(ProcessHandle process) {
        boolean killed = Processes.end(process, GRACE);
        log.atWarn()
                .addKeyValue("pid", process.pid())
                .addKeyValue("killed", killed)
                .log("Process left behind was ended");
    }
}
