package io.meshwork.notifier.channel.slack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads requests, answers part of what it should, and then hangs or cuts the connection. */
public final class HalfServer implements AutoCloseable {

    public enum Then {
        HANGS,
        RESETS
    }

    private final ServerSocket server;
    private final String half;
    private final Then then;
    private final AtomicInteger requests = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    public HalfServer(String half, Then then) throws IOException {
        this.half = half;
        this.then = then;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    public String address() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/secret";
    }

    public int requests() {
        return requests.get();
    }

    private void accept() {
        try {
            while (true) {
                var connection = server.accept();
                open.add(connection);
                Thread.startVirtualThread(() -> answer(connection));
            }
        } catch (IOException closed) {
            // that is the end
        }
    }

    private void answer(Socket connection) {
        try {
            connection.getInputStream().read(new byte[64 * 1024]);
            requests.incrementAndGet();
            connection.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
            connection.getOutputStream().flush();
            if (then == Then.RESETS) {
                connection.setSoLinger(true, 0);
                connection.close();
            }
        } catch (IOException hungUp) {
            // as it may
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var connection : open) {
            connection.close();
        }
    }
}
