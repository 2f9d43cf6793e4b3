package io.meshwork.messaging.sample;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;

/** What a test breaks, and how often the handler ran into it. */
public final class Faults {

    /** While set, the handler says that a neighbour is down. */
    public final AtomicBoolean neighbourDown = new AtomicBoolean();

    /** The next transaction that meets the product named {@code killed} loses its database connection. */
    public final AtomicBoolean killConnection = new AtomicBoolean();

    /** While set, no score is written to the broker. */
    public final AtomicBoolean publishingFails = new AtomicBoolean();

    /** Set when the bug in the handler is mended. */
    public final AtomicBoolean bugMended = new AtomicBoolean();

    public final AtomicInteger batches = new AtomicInteger();
    public final AtomicInteger attemptsWhileDown = new AtomicInteger();

    @SuppressWarnings("unchecked")
    <K, V> Producer<K, V> breakable(Producer<K, V> producer) {
        return (Producer<K, V>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Producer.class}, (p, method, args) -> {
                    boolean score = method.getName().equals("send")
                            && ((ProducerRecord<?, ?>) args[0]).topic().contains("quality.scored");
                    if (score && publishingFails.get()) {
                        return CompletableFuture.failedFuture(new TimeoutException("the broker is away"));
                    }
                    try {
                        return method.invoke(producer, args);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
