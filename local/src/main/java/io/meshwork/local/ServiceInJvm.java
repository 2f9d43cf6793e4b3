package io.meshwork.local;

import io.meshwork.local.log.WorkingFor;
import io.meshwork.local.process.Part;
import io.meshwork.local.process.PartFailedException;
import io.meshwork.local.process.Readiness;
import io.meshwork.local.state.PartState;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.logging.LoggingSystem;

/** A service in our own JVM, where the four of them need a third of the memory. */
final class ServiceInJvm implements Part {

    private final ServiceAddress address;
    private final MeshServices.Starter starter;
    private final List<String> arguments;
    private @Nullable Closeable running;

    ServiceInJvm(ServiceAddress address, MeshServices.Starter starter, List<String> arguments) {
        this.address = address;
        this.starter = starter;
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public String name() {
        return address.name();
    }

    /** Our own logging is set up already; several contexts that set it up at once would take it from each other. */
    private static void logThroughOurs() {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        if (!SLF4JBridgeHandler.isInstalled()) {
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
        }
    }

    @Override
    public synchronized void start() {
        WorkingFor.part(name());
        logThroughOurs();
        running = starter.start(arguments.toArray(String[]::new));
        Readiness.await(name(), Readiness.STARTED_WITHIN, () -> Readiness.answers(address.readiness()));
    }

    @Override
    public synchronized void stop() {
        if (running == null) {
            return;
        }
        WorkingFor.part(name());
        try {
            running.close();
            running = null;
        } catch (IOException failed) {
            throw new PartFailedException(name() + " did not end well", failed);
        }
    }

    @Override
    public PartState state() {
        return address.state(null);
    }
}
