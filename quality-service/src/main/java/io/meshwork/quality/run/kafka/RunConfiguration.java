package io.meshwork.quality.run.kafka;

import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.run.Examination;
import io.meshwork.quality.run.Runs;
import io.meshwork.quality.run.ScoreProducts;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the plain use cases what they need. */
@Configuration(proxyBeanMethods = false)
class RunConfiguration {

    @Bean
    Examination examination(Engine engine) {
        return new Examination(engine);
    }

    @Bean
    ScoreProducts scoreProducts(Runs runs, Examination examination, Clock clock) {
        return new ScoreProducts(runs, examination, clock);
    }
}
