package io.meshwork.local.ports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;

/** Which part listens on which port; always on the loopback address. */
public record Ports(Map<Port, Integer> numbers) {

    public static final int DEFAULT_BASE = 7080;
    private static final int HIGHEST_BASE = 65_535 - Port.POSTGRES.offset;

    public Ports {
        numbers = Map.copyOf(numbers);
    }

    /**
     * Ports at fixed distances from a base: the catalog on the base itself, PostgreSQL 352 above it. Base 0 means {@link #free()}.
     *
     * @throws IllegalArgumentException outside 1024..65183, where some port would be privileged or not exist
     */
    public static Ports fromBase(int base) {
        if (base == 0) {
            return free();
        }
        if (!isUsable(base)) {
            throw unusable(String.valueOf(base));
        }
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, base + port.offset);
        }
        return new Ports(numbers);
    }

    /**
     * A base as people write it, for {@link #fromBase}.
     *
     * @throws IllegalArgumentException when it is no number, or none that can be used
     */
    public static int base(String written) {
        int base = written.matches("\\d{1,5}") ? Integer.parseInt(written) : -1;
        if (base != 0 && !isUsable(base)) {
            throw unusable(written);
        }
        return base;
    }

    private static boolean isUsable(int base) {
        return base >= 1024 && base <= HIGHEST_BASE;
    }

    private static IllegalArgumentException unusable(String base) {
        return new IllegalArgumentException(
                "port base " + base + " is not usable: give 0 (any free ports) or a number from 1024 to " + HIGHEST_BASE
                        + ", for example --port-base 8080");
    }

    /** Ports that were free a moment ago, for tests and for several meshes side by side. */
    public static Ports free() {
        List<Integer> free = free(Port.values().length);
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, free.get(port.ordinal()));
        }
        return new Ports(numbers);
    }

    /** One port that was free a moment ago. */
    public static int freePort() {
        return free(1).getFirst();
    }

    public int of(Port port) {
        return Objects.requireNonNull(numbers.get(port), port::name);
    }

    /** Fails when any port is taken, naming all of them. */
    public void requireFree() throws PortsTakenException {
        requireFree(Ports::isTaken);
    }

    void requireFree(IntPredicate taken) throws PortsTakenException {
        List<PortsTakenException.Taken> found = new ArrayList<>();
        for (Port port : Port.values()) {
            if (taken.test(of(port))) {
                found.add(new PortsTakenException.Taken(of(port), port, PortOwner.of(of(port))));
            }
        }
        if (!found.isEmpty()) {
            throw new PortsTakenException(found);
        }
    }

    public static boolean isTaken(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return !probe.isBound();
        } catch (IOException inUse) {
            return true;
        }
    }

    private static List<Integer> free(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException noneLeft) {
            throw new UncheckedIOException("no free port left on the loopback address", noneLeft);
        } finally {
            held.forEach(Ports::release);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
