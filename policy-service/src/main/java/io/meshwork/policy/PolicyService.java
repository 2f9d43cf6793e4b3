package io.meshwork.policy;

import io.meshwork.messaging.boot.MeshService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** The policy service as a process of its own, or one of several in a JVM. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PolicyService {

    public static void main(String... args) {
        start(args);
    }

    public static ConfigurableApplicationContext start(String... args) {
        return MeshService.start(PolicyService.class, "policy", args);
    }
}
