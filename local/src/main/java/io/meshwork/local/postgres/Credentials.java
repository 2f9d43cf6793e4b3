package io.meshwork.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Passwords of the database roles: made up at the first start, kept in a file only its owner can read. */
final class Credentials {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, String> passwords;

    private Credentials(Map<String, String> passwords) {
        this.passwords = passwords;
    }

    /** Reads the file, and adds a password for each role that has none. */
    static Credentials in(Path file, Collection<String> roles) {
        try {
            Map<String, String> passwords = read(file);
            roles.forEach(role -> passwords.computeIfAbsent(role, added -> random()));
            write(file, passwords);
            return new Credentials(passwords);
        } catch (IOException failed) {
            throw new UncheckedIOException("the database passwords in " + file + " cannot be kept", failed);
        }
    }

    String passwordOf(String role) {
        String password = passwords.get(role);
        if (password == null) {
            throw new IllegalArgumentException("no database role " + role + "; there are " + passwords.keySet());
        }
        return password;
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        Map<String, String> passwords = new TreeMap<>();
        properties.stringPropertyNames().forEach(role -> passwords.put(role, properties.getProperty(role)));
        return passwords;
    }

    private static void write(Path file, Map<String, String> passwords) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Properties properties = new Properties();
        properties.putAll(passwords);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "Passwords of the local mesh's database roles");
        }
    }

    private static String random() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
