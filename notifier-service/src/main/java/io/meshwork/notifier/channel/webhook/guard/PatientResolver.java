package io.meshwork.notifier.channel.webhook.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the system, for so long. A look-up blocks in native code and cannot be interrupted, so it has a platform thread: name servers
 * that do not answer must not hold the few carriers of all virtual threads.
 */
public final class PatientResolver implements Resolver, AutoCloseable {

    private final Resolver system;
    private final ExecutorService threads;
    private final Duration patience;

    public PatientResolver(int lookUps, Duration patience) {
        this(host -> List.of(InetAddress.getAllByName(host)), lookUps, patience);
    }

    PatientResolver(Resolver system, int lookUps, Duration patience) {
        this.system = system;
        this.patience = patience;
        this.threads = new ThreadPoolExecutor(
                0,
                lookUps,
                10,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().name("webhook-dns-", 0).daemon().factory());
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        try {
            var found = threads.submit(() -> system.resolve(host));
            return found.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unknown("there is no such host", e);
        } catch (TimeoutException e) {
            throw unknown("the name servers did not answer within " + patience.toMillis() + " ms", e);
        } catch (RejectedExecutionException e) {
            throw unknown("too many hosts are being looked up", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown("the look-up was interrupted", e);
        }
    }

    private static UnknownHostException unknown(String reason, Exception cause) {
        var unknown = new UnknownHostException(reason);
        unknown.initCause(cause);
        return unknown;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
