package io.meshwork.quality;

import io.meshwork.messaging.security.Authorizer;
import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.engine.duckdb.DuckDbEngine;
import io.meshwork.quality.examination.Examination;
import io.meshwork.quality.run.Profiles;
import io.meshwork.quality.run.Runs;
import io.meshwork.quality.run.ScoreProducts;
import io.meshwork.quality.run.SeenSamples;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the plain parts together. */
@Configuration(proxyBeanMethods = false)
class QualityConfiguration {

    /** Closing it lets a running scan come to its end. */
    @Bean(destroyMethod = "close")
    DuckDbEngine engine(QualitySettings settings) {
        return new DuckDbEngine(settings.ofEngine());
    }

    @Bean
    Examination examination(Engine engine) {
        return new Examination(engine);
    }

    @Bean
    ScoreProducts scoreProducts(
            Runs runs, Profiles profiles, Examination examination, QualitySettings settings, Clock clock) {
        return new ScoreProducts(runs, profiles, examination, settings.anomalies(), clock);
    }

    @Bean
    SeenSamples seenSamples(Profiles profiles, Runs runs, Authorizer authorizer) {
        return new SeenSamples(profiles, runs, authorizer);
    }
}
