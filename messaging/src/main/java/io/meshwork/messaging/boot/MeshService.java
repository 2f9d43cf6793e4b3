package io.meshwork.messaging.boot;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts a service with its own configuration file, so that several can live in one JVM. */
public final class MeshService {

    private MeshService() {}

    /** @param name of the service; its settings are in {@code <name>-service.yaml} */
    public static ConfigurableApplicationContext start(Class<?> application, String name, String... args) {
        return new SpringApplicationBuilder(application)
                .bannerMode(Banner.Mode.OFF)
                .properties(Map.of("spring.config.name", name + "-service", "spring.application.name", name))
                .run(args);
    }
}
