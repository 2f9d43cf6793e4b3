package io.meshwork.catalog;

import io.meshwork.messaging.boot.MeshService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The catalog as a process of its own, or one of several in a JVM. */
@SpringBootApplication
public class CatalogService {

    public static void main(String... args) {
        start(args);
    }

    public static ConfigurableApplicationContext start(String... args) {
        return MeshService.start(CatalogService.class, "catalog", args);
    }
}
