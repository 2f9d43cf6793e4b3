package io.meshwork.quality.slo.kafka;

import io.meshwork.quality.slo.Intake;
import io.meshwork.quality.slo.Slos;
import io.meshwork.quality.slo.Watch;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Gives the plain use cases what they need. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SloConfiguration {

    @Bean
    Watch sloWatch(Slos slos, Clock clock) {
        return new Watch(slos, clock);
    }

    @Bean
    Intake sloIntake(Slos slos, Watch watch, Clock clock, SloSettings settings) {
        return new Intake(slos, watch, clock, settings.late());
    }
}
