package io.meshwork.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.messaging.Message;

/**
 * Base of every listener: one class per topic, its bean name is the binding name. A subclass handles new events of a batch and
 * cannot get the delivery wrong: decoding, identity, transaction, publication, retry and dead letters happen here.
 *
 * <p>{@link #handle} runs in a transaction and may run again for the same events after a rollback, so it writes to the database
 * and to {@link Batch} only. Any exception that is not broken infrastructure makes messaging try the batch's events one by one
 * and, after three attempts, dead-letter the one that fails. Parked events come back on another thread than new ones.
 */
public abstract class TopicListener<T extends SpecificRecord>
        implements Consumer<Message<List<ConsumerRecord<byte[], byte[]>>>> {

    private final String topic;
    private final Class<T> type;
    private Inbox inbox;

    /**
     * @param topic name from the manifest, without prefix and suffix
     * @param type generated class of the topic's schema
     */
    // The inbox arrives by setter, so that a service author's constructor takes only what is its own.
    @SuppressWarnings("NullAway.Init")
    protected TopicListener(String topic, Class<T> type) {
        this.topic = topic;
        this.type = type;
    }

    @Autowired
    final void setInbox(Inbox inbox) {
        this.inbox = inbox;
    }

    protected abstract void handle(Batch<T> batch);

    /** Whether null values mean something on this topic; elsewhere they are dead-lettered. */
    public boolean acceptsTombstones() {
        return false;
    }

    /**
     * Reads a record that other software writes on this topic in a form of its own, which is then taken without a key too.
     *
     * @return null for everything else, which is read as Avro
     */
    public @Nullable T fromForeign(byte[] value) {
        return null;
    }

    /** What the key must be for this value, null when the value cannot tell; a record with another key is dead-lettered. */
    public abstract @Nullable String expectedKey(T value);

    @Override
    public final void accept(Message<List<ConsumerRecord<byte[], byte[]>>> message) {
        inbox.receive(this, message.getPayload());
    }

    public final String topic() {
        return topic;
    }

    public final Class<T> type() {
        return type;
    }
}
