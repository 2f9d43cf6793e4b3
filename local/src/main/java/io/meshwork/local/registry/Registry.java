package io.meshwork.local.registry;

import io.meshwork.local.ports.Port;
import io.meshwork.local.ports.Ports;
import io.meshwork.local.process.Child;
import io.meshwork.local.process.Jvm;
import io.meshwork.local.process.Part;
import io.meshwork.local.process.Programs;
import io.meshwork.local.process.Readiness;
import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.PartState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** The schema registry; schemas and their ids are kept in an H2 file. */
public final class Registry implements Part {

    public static final String NAME = "registry";
    /** As in the other logs; nobody else tells us the time of a line. */
    private static final String LOG_FORMAT = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5p %c{3} %s%e%n";

    private static final String MAIN = "io.quarkus.runner.GeneratedMain";

    private final MeshHome home;
    private final Programs programs;
    private final Path jar;
    private final Ports ports;
    private final Consumer<Integer> onUnexpectedEnd;
    private volatile @Nullable Child child;

    public Registry(MeshHome home, Programs programs, Ports ports, Consumer<Integer> onUnexpectedEnd) {
        this.home = home;
        this.programs = programs;
        this.jar = programs.registry().resolve("quarkus-run.jar");
        this.ports = ports;
        this.onUnexpectedEnd = onUnexpectedEnd;
    }

    /** Base of the API that Confluent's clients speak. */
    public URI url() {
        return root().resolve("/apis/ccompat/v7");
    }

    private URI root() {
        return URI.create("http://127.0.0.1:" + ports.of(Port.REGISTRY) + "/");
    }

    private URI subjects() {
        return root().resolve("/apis/ccompat/v7/subjects");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public synchronized void start() {
        String classPath = Jvm.classPathOf(jars());
        Child started = Child.start(NAME, new Jvm(home.folder(), MAIN, classPath, options(), List.of(), Map.of()));
        child = started;
        started.onUnexpectedEnd(onUnexpectedEnd);
        started.awaitReady(Readiness.STARTED_WITHIN, () -> Readiness.answers(subjects()));
    }

    /** In the order in which Quarkus looks for classes. Its own class loader, which runs from one jar, starts three times slower. */
    private List<Path> jars() {
        Path quarkus = programs.registry().resolve("quarkus");
        List<Path> jars = new ArrayList<>(
                List.of(quarkus.resolve("transformed-bytecode.jar"), quarkus.resolve("generated-bytecode.jar")));
        for (String folder : List.of("app", "lib/boot", "lib/main")) {
            jars.addAll(Programs.jarsIn(programs.registry().resolve(folder)));
        }
        return jars;
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(programs.startCache(NAME).useOrRecord());
        options.addAll(List.of(
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + ports.of(Port.REGISTRY),
                "-Dquarkus.http.access-log.enabled=false",
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + ports.of(Port.REGISTRY_MANAGEMENT),
                "-Dquarkus.banner.enabled=false",
                "-Dquarkus.log.console.format=" + LOG_FORMAT,
                "-Dapicurio.storage.sql.kind=h2",
                "-Dapicurio.datasource.url=jdbc:h2:file:" + home.data(NAME).resolve("h2")));
        return options;
    }

    @Override
    public synchronized void stop() {
        if (child != null) {
            child.stop();
        }
    }

    /** {@code kill -9}; {@link #start()} brings it back with its data. */
    public synchronized void kill() {
        if (child != null) {
            child.kill();
        }
    }

    @Override
    public PartState state() {
        Child running = child;
        return new PartState(
                NAME,
                ports.of(Port.REGISTRY),
                "Apicurio " + version(),
                running == null ? null : running.running(),
                subjects(),
                root());
    }

    private String version() {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        } catch (IOException failed) {
            throw new UncheckedIOException("the registry's program " + jar + " cannot be read", failed);
        }
    }
}
