package io.meshwork.messaging;

import io.meshwork.messaging.boot.MeshSettings;
import io.meshwork.messaging.jdbc.HandledEvents;
import io.meshwork.messaging.jdbc.Outbox;
import io.meshwork.messaging.jdbc.ParkedRecords;
import io.meshwork.messaging.jdbc.ParkedRecords.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Finishes what a crash left undone: publishes forgotten outcomes, runs released records, forgets what is old enough. */
public final class Sweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final int PARKED_AT_ONCE = 200;
    private static final Duration SHORTEST_RETENTION = Duration.ofHours(1);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final List<TopicListener<?>> listeners;
    private final Inbox inbox;
    private final Delivery delivery;
    private final ParkedRecords parked;
    private final Outbox outbox;
    private final HandledEvents handled;
    private final MeshSettings mesh;
    private final Clock clock;
    private final WakeUp wakeUp;
    private volatile boolean active;
    private @Nullable Thread thread;

    public Sweep(
            List<TopicListener<?>> listeners,
            Inbox inbox,
            Delivery delivery,
            ParkedRecords parked,
            Outbox outbox,
            HandledEvents handled,
            MeshSettings mesh,
            Clock clock,
            WakeUp wakeUp) {
        this.listeners = listeners;
        this.inbox = inbox;
        this.delivery = delivery;
        this.parked = parked;
        this.outbox = outbox;
        this.handled = handled;
        this.mesh = mesh;
        this.clock = clock;
        this.wakeUp = wakeUp;
    }

    @Override
    public synchronized void start() {
        if (!active) {
            active = true;
            thread = Thread.ofPlatform().name("sweep").daemon().start(this::loop);
        }
    }

    private void loop() {
        while (active) {
            try {
                wakeUp.awaitParked(mesh.outbox().interval());
            } catch (InterruptedException e) {
                return;
            }
            sweep();
        }
    }

    /** One part that fails must not keep the others from running. */
    private void sweep() {
        part("publish outcomes left behind", this::publishLeftBehind);
        part("release parked records", parked::releaseOverdue);
        listeners.forEach(listener -> part("run parked records of " + listener.topic(), () -> runReleased(listener)));
        part("forget old outcomes", () -> trim(() -> outbox.trim(retention())));
        part("forget old identities", () -> trim(() -> handled.trim(retention())));
    }

    private void part(String name, Runnable work) {
        if (!active) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            if (active) {
                log.atWarn().addKeyValue("part", name).setCause(e).log("The sweep could not finish; trying again");
            }
        }
    }

    private void publishLeftBehind() {
        int records = delivery.publishLeftBehind(mesh.outbox().age());
        if (records > 0) {
            log.atInfo().addKeyValue("records", records).log("Published outcomes that had been left behind");
        }
    }

    private void runReleased(TopicListener<?> listener) {
        ParkedRecords.Lease lease = parked.lease(listener.topic(), PARKED_AT_ONCE);
        while (!lease.waiting().isEmpty()) {
            settle(listener, lease.waiting());
            parked.remove(lease);
            if (!active) {
                return;
            }
            lease = parked.lease(listener.topic(), PARKED_AT_ONCE);
        }
    }

    /** What never came in all the time in which identities are remembered will not come any more. */
    private void settle(TopicListener<?> listener, List<Waiting> waiting) {
        Instant oldest = clock.instant().minus(retention());
        List<ConsumerRecord<byte[], byte[]>> again = new ArrayList<>();
        List<Waiting> inVain = new ArrayList<>();
        for (Waiting one : waiting) {
            if (one.since().isBefore(oldest)) {
                inVain.add(one);
            } else {
                again.add(one.record());
            }
        }
        if (!again.isEmpty()) {
            inbox.receive(listener, again);
        }
        inbox.giveUp(listener, inVain, retention());
    }

    private void trim(BooleanSupplier some) {
        boolean more = true;
        while (more && active) {
            more = some.getAsBoolean();
        }
    }

    private Duration retention() {
        Duration retention = mesh.identityRetention();
        return retention.compareTo(SHORTEST_RETENTION) < 0 ? SHORTEST_RETENTION : retention;
    }

    /** The data source is closed after this, so it waits for the part that is running. */
    @Override
    public synchronized void stop() {
        active = false;
        Thread ending = thread;
        thread = null;
        wakeUp.parked();
        if (ending != null) {
            try {
                ending.join(STOP_PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return active;
    }
}
