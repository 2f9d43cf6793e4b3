package io.meshwork.quality.engine;

/** A database of PostgreSQL as contracts name it, which is never connected to by that name. */
public record Database(String host, int port, String name) {

    public static final int DEFAULT_PORT = 5432;

    @Override
    public String toString() {
        return host + ":" + port + "/" + name;
    }
}
