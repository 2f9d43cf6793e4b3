package io.meshwork.cli.connection;

import static io.meshwork.cli.Mesh.mesh;

import com.sun.net.httpserver.HttpServer;
import io.meshwork.cli.Mesh;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A service that gives prepared answers and remembers what it was asked: method, address, body. */
public final class ServiceStub implements AutoCloseable {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private final String option;

    /** @param option that tells commands where the service is */
    public ServiceStub(String option) {
        this.option = option;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.start();
    }

    public void answers(String path, int status, String body) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    public List<String> asked() {
        return asked;
    }

    /** Runs a command against this service. */
    public Mesh run(String... arguments) {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return mesh(
                Stream.concat(Stream.of(arguments), Stream.of(option, address)).toArray(String[]::new));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
