package io.meshwork.local;

import io.meshwork.local.ports.Ports;
import io.meshwork.local.postgres.Database;
import io.meshwork.local.postgres.Postgres;
import io.meshwork.local.process.Jvm;
import io.meshwork.local.process.Part;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The services of a platform, in our JVM or in processes of their own. */
final class Services {

    private static final List<String> JVM_OPTIONS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final PlatformOptions options;
    private final ServiceSettings settings;
    private final Postgres postgres;
    private final RunningParts parts;
    private final List<Part> running = new CopyOnWriteArrayList<>();

    Services(PlatformOptions options, ServiceSettings settings, Postgres postgres, RunningParts parts) {
        this.options = options;
        this.settings = settings;
        this.postgres = postgres;
        this.parts = parts;
    }

    void startAll() {
        List<Part> all = options.services().stream()
                .sorted()
                .map(service -> options.processes() ? process(service, Map.of()) : inJvm(service))
                .toList();
        running.addAll(all);
        parts.startTogether(all);
    }

    ServiceProcess startProcess(MeshService service, Map<String, String> overrides) {
        ServiceProcess process = process(service, overrides);
        running.add(process);
        parts.start(process);
        return process;
    }

    List<Part> running() {
        return List.copyOf(running);
    }

    List<ServiceProcess> processes() {
        return running.stream()
                .filter(ServiceProcess.class::isInstance)
                .map(ServiceProcess.class::cast)
                .toList();
    }

    private ServiceInJvm inJvm(MeshService service) {
        MeshServices.Starter starter = MeshServices.IN_THIS_BUILD.get(service);
        if (starter == null) {
            throw new IllegalArgumentException("the " + service.label() + " service is not in this build, which has "
                    + MeshServices.IN_THIS_BUILD.keySet());
        }
        ServiceAddress address =
                new ServiceAddress(service.label(), options.ports().of(service.port));
        return new ServiceInJvm(address, starter, settings.forSharedJvm(address, database(service)));
    }

    private ServiceProcess process(MeshService service, Map<String, String> overrides) {
        ServiceAddress address = new ServiceAddress(freeName(service), port(service, overrides));
        Database database = database(service);
        List<String> arguments = settings.forProcess(address, database, overrides);
        Jvm jvm = new Jvm(
                options.home().folder(),
                service.mainClass,
                options.programs().classPath(),
                jvmOptions(),
                arguments,
                settings.secrets(database));
        return new ServiceProcess(address, jvm, parts.onExit(address.name()));
    }

    private List<String> jvmOptions() {
        return Stream.concat(JVM_OPTIONS.stream(), options.programs().meshStartCache().useIfThere().stream())
                .toList();
    }

    private int port(MeshService service, Map<String, String> overrides) {
        int usual = options.ports().of(service.port);
        String chosen = overrides.get(ServiceSettings.PORT);
        if (chosen != null) {
            return Integer.parseInt(chosen);
        }
        return Ports.isTaken(usual) ? Ports.freePort() : usual;
    }

    private String freeName(MeshService service) {
        long replicas = running.stream()
                .filter(part -> part.name().matches(service.label() + "(-\\d+)?"))
                .count();
        return replicas == 0 ? service.label() : service.label() + "-" + (replicas + 1);
    }

    private Database database(MeshService service) {
        return postgres.database(service.label());
    }
}
