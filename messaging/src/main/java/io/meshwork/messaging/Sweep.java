package io.meshwork.messaging;

import io.meshwork.messaging.boot.MeshSettings;
import io.meshwork.messaging.jdbc.Outbox;
import io.meshwork.messaging.jdbc.ParkedRecords;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Finishes what a crash left undone: publishes forgotten outcomes, runs released records, forgets what is old enough. */
public final class Sweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final int PARKED_AT_ONCE = 200;

    private final List<TopicListener<?>> listeners;
    private final Inbox inbox;
    private final Delivery delivery;
    private final ParkedRecords parked;
    private final Outbox outbox;
    private final MeshSettings mesh;
    private final WakeUp wakeUp;
    private volatile boolean active;

    public Sweep(
            List<TopicListener<?>> listeners,
            Inbox inbox,
            Delivery delivery,
            ParkedRecords parked,
            Outbox outbox,
            MeshSettings mesh,
            WakeUp wakeUp) {
        this.listeners = listeners;
        this.inbox = inbox;
        this.delivery = delivery;
        this.parked = parked;
        this.outbox = outbox;
        this.mesh = mesh;
        this.wakeUp = wakeUp;
    }

    @Override
    public void start() {
        active = true;
        Thread.ofPlatform().name("sweep").daemon().start(this::loop);
    }

    private void loop() {
        while (active) {
            try {
                wakeUp.awaitParked(mesh.outbox().interval());
                sweep();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.atWarn().setCause(e).log("The sweep could not finish; trying again");
                active = active && !Thread.currentThread().isInterrupted();
            }
        }
    }

    private void sweep() {
        parked.releaseOverdue();
        listeners.forEach(this::runReleased);
        int records = 0;
        for (int n = delivery.publishLeftBehind(mesh.outbox().age()); n > 0 && active; ) {
            records += n;
            n = delivery.publishLeftBehind(mesh.outbox().age());
        }
        if (records > 0) {
            log.atInfo().addKeyValue("records", records).log("Published outcomes that had been left behind");
        }
        outbox.trim(longest(mesh.identityRetention()));
    }

    private void runReleased(TopicListener<?> listener) {
        List<ConsumerRecord<byte[], byte[]>> records = parked.ready(listener.topic(), PARKED_AT_ONCE);
        while (active && !records.isEmpty()) {
            inbox.receive(listener, records);
            parked.remove(records);
            records = parked.ready(listener.topic(), PARKED_AT_ONCE);
        }
    }

    private static Duration longest(Duration retention) {
        return retention.compareTo(Duration.ofHours(1)) < 0 ? Duration.ofHours(1) : retention;
    }

    @Override
    public void stop() {
        active = false;
        wakeUp.parked();
    }

    @Override
    public boolean isRunning() {
        return active;
    }
}
