package io.meshwork.local;

import io.meshwork.local.broker.Broker;
import io.meshwork.local.ports.Port;
import io.meshwork.local.ports.Ports;
import io.meshwork.local.ports.PortsTakenException;
import io.meshwork.local.postgres.Database;
import io.meshwork.local.postgres.Postgres;
import io.meshwork.local.process.Part;
import io.meshwork.local.registry.Registry;
import io.meshwork.local.slack.SlackStandIn;
import io.meshwork.local.state.HomeLock;
import io.meshwork.local.state.PlatformState;
import io.meshwork.local.state.WebhookKey;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A running platform: broker, registry, PostgreSQL, the Slack stand-in, and the services on top. Everything listens on the
 * loopback address only, keeps its data under the state folder, and ends with the process that started it.
 */
public final class LocalPlatform implements AutoCloseable {

    private final PlatformOptions options;
    private final HomeLock lock;
    private final RunningParts parts;
    private final Broker broker;
    private final Registry registry;
    private final Postgres postgres;
    private final SlackStandIn slack;
    private final Services services;
    private boolean stopped;

    private LocalPlatform(PlatformOptions options, HomeLock lock) {
        this.options = options;
        this.lock = lock;
        boolean measures = options.services().contains(MeshService.QUALITY);
        this.parts = new RunningParts(options.home(), measures ? options.qualityRoot() : null, options.listener());
        Ports ports = options.ports();
        this.broker = new Broker(options.home(), options.programs(), ports, parts.onExit(Broker.NAME));
        this.registry = new Registry(options.home(), options.programs(), ports, parts.onExit(Registry.NAME));
        this.postgres = new Postgres(
                options.home(),
                options.programs().folder(),
                ports,
                Arrays.stream(MeshService.values()).map(MeshService::label).toList(),
                parts.onEnd(Postgres.NAME));
        this.slack = new SlackStandIn(options.home(), ports, Clock.systemUTC());
        this.services = new Services(
                options,
                new ServiceSettings(
                        ports,
                        broker.bootstrapServers(),
                        registry.url(),
                        slack.webhook(),
                        options.qualityRoot(),
                        options.home().data("search"),
                        WebhookKey.in(options.home().data("webhook.key")),
                        options.settings()),
                postgres,
                parts);
    }

    /**
     * Starts everything and waits until it is ready. What an earlier supervisor of the same folder left behind is ended first.
     *
     * @throws AlreadyRunningException when another supervisor has the folder
     * @throws PortsTakenException before anything is started
     * @throws io.meshwork.local.process.PartFailedException when a part does not come up; the others are stopped again
     */
    public static LocalPlatform start(PlatformOptions options) throws AlreadyRunningException, PortsTakenException {
        HomeLock lock = HomeLock.take(options.home()).orElseThrow(() -> new AlreadyRunningException(options.home()));
        try {
            Leftovers.end(options.home());
            options.ports().requireFree();
            LocalPlatform platform = new LocalPlatform(options, lock);
            platform.startAll();
            return platform;
        } catch (PortsTakenException | RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private void startAll() {
        try {
            parts.startTogether(List.of(postgres, broker, registry, slack));
            MeshTopics.apply(bootstrapServers(), registryUrl(), PlatformOptions.MESH_NAME);
            options.listener().topicsReady();
            services.startAll();
            parts.record(PlatformState.Phase.READY);
        } catch (RuntimeException failed) {
            stop();
            throw failed;
        }
    }

    /** Stops everything in order: services, then what they stand on. Data is kept. Repeating it does nothing. */
    public synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        parts.record(PlatformState.Phase.STOPPING);
        parts.stopTogether(services.running());
        parts.stopTogether(List.of(registry, broker, postgres));
        slack.stop();
        parts.forget();
        lock.close();
    }

    @Override
    public void close() {
        stop();
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Base of the registry's Confluent-compatible API. */
    public URI registryUrl() {
        return registry.url();
    }

    /** The database as a service sees it: rights on its own schema only. */
    public Database database(MeshService service) {
        return postgres.database(service.label());
    }

    /** The database as its superuser sees it, for looking into all schemas. */
    public Database administration() {
        return postgres.administration();
    }

    public SlackStandIn slack() {
        return slack;
    }

    /** Page with the messages the Slack stand-in received. */
    public URI slackUrl() {
        return slack.url();
    }

    /** Where the service listens, or would. */
    public URI serviceUrl(MeshService service) {
        return URI.create("http://127.0.0.1:" + options.ports().of(service.port) + "/");
    }

    public int port(Port port) {
        return options.ports().of(port);
    }

    /** What the state file says. */
    public PlatformState state() {
        return parts.state();
    }

    /**
     * Starts a service as a process of its own and waits until it is ready. It gets the service's usual port, or any free one
     * when that is taken; a second replica is named {@code catalog-2}, a third {@code catalog-3}.
     *
     * @param settings further Spring properties; they win over ours
     */
    public ServiceProcess startService(MeshService service, Map<String, String> settings) {
        return services.startProcess(service, settings);
    }

    /** The processes of services, ended ones too, in order of their start. */
    public List<ServiceProcess> serviceProcesses() {
        return services.processes();
    }

    /** Stops the broker if it runs, and starts it on the same port with the same data. */
    public void restartBroker() {
        restart(broker);
    }

    /** {@code kill -9}; it stays down until {@link #restartBroker()}. */
    public void killBroker() {
        broker.kill();
        parts.changed();
    }

    public void restartRegistry() {
        restart(registry);
    }

    /** {@code kill -9}; it stays down until {@link #restartRegistry()}. */
    public void killRegistry() {
        registry.kill();
        parts.changed();
    }

    /** Stops PostgreSQL if it runs, breaking open connections, and starts it on the same port with the same data. */
    public void restartPostgres() {
        restart(postgres);
    }

    /** {@code kill -9}; it stays down until {@link #restartPostgres()}. */
    public void killPostgres() {
        postgres.kill();
        parts.changed();
    }

    private void restart(Part part) {
        part.stop();
        part.start();
        parts.changed();
    }
}
