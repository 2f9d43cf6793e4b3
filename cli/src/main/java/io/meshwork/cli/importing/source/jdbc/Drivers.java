package io.meshwork.cli.importing.source.jdbc;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Those that come with the mesh, for PostgreSQL and DuckDB, and those in a jar that the user names. */
final class Drivers {

    private Drivers() {}

    /** Empty when none of them knows the address. */
    static Optional<Driver> forUrl(String url, @Nullable Path jar) {
        return drivers(jar).filter(driver -> accepts(driver, url)).findFirst();
    }

    /** The loader stays open as long as the program runs, for the driver loads classes when it needs them. */
    private static Stream<Driver> drivers(@Nullable Path jar) {
        if (jar == null) {
            return DriverManager.drivers();
        }
        try {
            URL[] urls = {jar.toUri().toURL()};
            URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
            return List.copyOf(ServiceLoader.load(Driver.class, loader).stream()
                            .map(ServiceLoader.Provider::get)
                            .toList())
                    .stream();
        } catch (MalformedURLException | ServiceConfigurationError e) {
            return Stream.empty();
        }
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException no) {
            return false;
        }
    }
}
