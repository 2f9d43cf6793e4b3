package io.meshwork.cli.connection;

import java.util.Map;

/**
 * Where {@code mesh up} puts things on this machine: at fixed distances from a port base.
 *
 * @param base port of the catalog
 */
public record LocalAddresses(int base) {

    static final String VARIABLE = "MESH_PORT_BASE";

    private static final int DEFAULT_BASE = 7080;
    private static final int HIGHEST_BASE = 65_183;
    private static final int POLICY = 1;
    private static final int QUALITY = 2;
    private static final int NOTIFIER = 3;
    private static final int REGISTRY = 5;
    private static final int BROKER = 12;

    /**
     * With the base in {@code MESH_PORT_BASE}, else 7080. Base 0 stands for ports that only {@code mesh status} knows, so it counts
     * as none given.
     *
     * @throws IllegalArgumentException when it is no port
     */
    static LocalAddresses of(Map<String, String> environment) {
        String base = environment.getOrDefault(VARIABLE, "").strip();
        if (base.isEmpty() || base.equals("0")) {
            return byDefault();
        }
        if (!base.matches("\\d{4,5}") || Integer.parseInt(base) > HIGHEST_BASE) {
            throw new IllegalArgumentException(
                    VARIABLE + " `" + base + "`: give the lowest port of the mesh, such as 8080");
        }
        return new LocalAddresses(Integer.parseInt(base));
    }

    public static LocalAddresses byDefault() {
        return new LocalAddresses(DEFAULT_BASE);
    }

    public String broker() {
        return "127.0.0.1:" + (base + BROKER);
    }

    public String registry() {
        return "http://127.0.0.1:" + (base + REGISTRY) + "/apis/ccompat/v7";
    }

    public String catalog() {
        return "http://127.0.0.1:" + base;
    }

    public String policies() {
        return "http://127.0.0.1:" + (base + POLICY);
    }

    public String quality() {
        return "http://127.0.0.1:" + (base + QUALITY);
    }

    public String notifier() {
        return "http://127.0.0.1:" + (base + NOTIFIER);
    }
}
