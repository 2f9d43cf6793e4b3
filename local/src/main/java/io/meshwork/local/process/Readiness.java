package io.meshwork.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks parts whether they answer, and waits for them. */
public final class Readiness {

    /** For a part that hangs: one that ends is noticed at once, and a busy machine takes ten times as long as a quiet one. */
    public static final Duration STARTED_WITHIN = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private Readiness() {}

    /** Whether something accepts connections on the port of the loopback address. */
    public static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    Math.toIntExact(PATIENCE.toMillis()));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Whether a GET is answered with 200. */
    public static boolean answers(URI uri) {
        try {
            HttpRequest get = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
            return HTTP.send(get, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Asks every 50 ms.
     *
     * @throws PartFailedException when it takes longer than {@code atMost}
     */
    public static void await(String name, Duration atMost, BooleanSupplier ready) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!ready.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new PartFailedException(name + " was not ready within " + atMost.toSeconds() + " s");
            }
            pause(name);
        }
    }

    private static void pause(String name) {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PartFailedException("the wait for " + name + " was interrupted");
        }
    }
}
