package io.meshwork.notifier;

import io.meshwork.messaging.boot.MeshService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Alerts ops in Slack and feeds the consumers of data products. */
@SpringBootApplication(scanBasePackages = "io.meshwork.notifier")
public class NotifierService {

    public static ConfigurableApplicationContext start(String... args) {
        return MeshService.start(NotifierService.class, "notifier", args);
    }

    public static void main(String... args) {
        start(args);
    }
}
