package io.meshwork.messaging.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A port that leads to another one from the moment it is opened. */
final class Forwarder implements AutoCloseable {

    private final ServerSocket server;
    private final InetSocketAddress target;

    private Forwarder(ServerSocket server, InetSocketAddress target) {
        this.server = server;
        this.target = target;
    }

    /** A port on which nobody listens. */
    static int closedPort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Forwarder open(int port, String target) {
        try {
            String[] address = target.split(":");
            Forwarder forwarder = new Forwarder(
                    new ServerSocket(port, 50, InetAddress.getLoopbackAddress()),
                    new InetSocketAddress(address[0], Integer.parseInt(address[1])));
            Thread.startVirtualThread(forwarder::accept);
            return forwarder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket broker = new Socket(target.getAddress(), target.getPort());
                Thread.startVirtualThread(() -> pump(client, broker));
                Thread.startVirtualThread(() -> pump(broker, client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side hung up; the other is closed with it.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
