package io.meshwork.local.postgres;

import io.meshwork.local.ports.Port;
import io.meshwork.local.ports.Ports;
import io.meshwork.local.process.Part;
import io.meshwork.local.process.PartFailedException;
import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.PartState;
import io.meshwork.local.state.PartState.Running;
import io.meshwork.local.state.Processes;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** PostgreSQL; keeps its data between starts. */
public final class Postgres implements Part {

    public static final String NAME = "postgres";
    private static final String SUPERUSER = "postgres";
    private static final Duration GONE = Duration.ofSeconds(10);

    private final MeshHome home;
    private final Path programsParent;
    private final Ports ports;
    private final List<String> roles;
    private final Credentials credentials;
    private final Runnable onUnexpectedEnd;
    private volatile Cluster.@Nullable Server server;
    private volatile @Nullable Running latest;
    private volatile String version = "PostgreSQL";

    /** {@code roles}: one per service, each owner of a schema of that name. */
    public Postgres(MeshHome home, Path programsParent, Ports ports, List<String> roles, Runnable onUnexpectedEnd) {
        this.home = home;
        this.programsParent = programsParent;
        this.ports = ports;
        this.roles = List.copyOf(roles);
        this.onUnexpectedEnd = onUnexpectedEnd;
        List<String> all = new ArrayList<>(roles);
        all.add(SUPERUSER);
        this.credentials = Credentials.in(home.folder().resolve("credentials.properties"), all);
    }

    /** The mesh's database as one of the roles sees it. */
    public Database database(String role) {
        return new Database(url(Roles.DATABASE), role, credentials.passwordOf(role));
    }

    /** The mesh's database as the superuser sees it. */
    public Database administration() {
        return database(SUPERUSER);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized void start() {
        PostgresPrograms programs = new PostgresPrograms(PostgresBinaries.under(programsParent));
        Cluster cluster = new Cluster(programs, home.data(NAME).resolve("data"), home.log(NAME));
        cluster.create(SUPERUSER, credentials.passwordOf(SUPERUSER));
        Cluster.Server started = cluster.start(ports.of(Port.POSTGRES));
        server = started;
        latest = Running.of(started.process());
        new Roles(roles, credentials)
                .ensure(new Database(url("postgres"), SUPERUSER, credentials.passwordOf(SUPERUSER)), administration());
        version = readVersion();
        var unused = started.process().onExit().thenRun(() -> {
            if (server == started) {
                onUnexpectedEnd.run();
            }
        });
    }

    @Override
    public synchronized void stop() {
        Cluster.Server running = server;
        server = null;
        if (running != null) {
            running.guard().release();
            // The command that stops it returns when its data is safe, a moment before its process is gone.
            var unused = Processes.endsWithin(running.process(), GONE);
        }
    }

    /** {@code kill -9} of the main process; {@link #start()} recovers. Returns when its sub-processes are gone, too. */
    public synchronized void kill() {
        Cluster.Server running = server;
        server = null;
        if (running != null) {
            List<ProcessHandle> all = running.process().descendants().toList();
            running.process().destroyForcibly();
            running.process().onExit().join();
            CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .join();
            running.guard().release();
        }
    }

    @Override
    public PartState state() {
        return new PartState(NAME, ports.of(Port.POSTGRES), version, latest, null, null);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRES) + "/" + database;
    }

    private String readVersion() {
        try (Connection connection = administration().connect()) {
            return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException failed) {
            throw new PartFailedException("postgres does not answer, see " + home.log(NAME), failed);
        }
    }
}
