package io.meshwork.messaging.sample;

import io.meshwork.messaging.boot.MeshService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The smallest service: counts what it sees of each product and answers with a score. */
@SpringBootApplication
public class SampleService {

    public static ConfigurableApplicationContext start(String... args) {
        return MeshService.start(SampleService.class, "sample", args);
    }

    @Bean
    Faults faults() {
        return new Faults();
    }

    @Bean
    DefaultKafkaProducerFactoryCustomizer breakable(Faults faults) {
        return factory -> factory.addPostProcessor(faults::breakable);
    }
}
