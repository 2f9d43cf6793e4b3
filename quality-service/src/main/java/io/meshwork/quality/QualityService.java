package io.meshwork.quality;

import io.meshwork.messaging.boot.MeshService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** Checks every published product against its contract on its own data. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class QualityService {

    public static void main(String[] args) {
        start(args);
    }

    public static ConfigurableApplicationContext start(String... args) {
        return MeshService.start(QualityService.class, "quality", args);
    }
}
