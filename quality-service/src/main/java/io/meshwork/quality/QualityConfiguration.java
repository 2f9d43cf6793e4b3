package io.meshwork.quality;

import io.meshwork.messaging.boot.MeshSettings;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.quality.engine.Engines;
import io.meshwork.quality.engine.duckdb.DuckDbEngine;
import io.meshwork.quality.engine.duckdb.DuckDbEngines;
import io.meshwork.quality.engine.jdbc.JdbcEngine;
import io.meshwork.quality.engine.kafka.KafkaEngine;
import io.meshwork.quality.examination.Examination;
import io.meshwork.quality.run.Profiles;
import io.meshwork.quality.run.PublishedNeighbours;
import io.meshwork.quality.run.ReportedChecks;
import io.meshwork.quality.run.Runs;
import io.meshwork.quality.run.ScoreProducts;
import io.meshwork.quality.run.SeenSamples;
import io.meshwork.quality.run.ToolReports;
import java.time.Clock;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the plain parts together. */
@Configuration(proxyBeanMethods = false)
class QualityConfiguration {

    /** Closing it ends the processes for queries of authors. */
    @Bean(destroyMethod = "close")
    DuckDbEngines engines(QualitySettings settings) {
        return new DuckDbEngines(settings.ofEngine());
    }

    /** Closing it lets a running scan come to its end. */
    @Bean(destroyMethod = "close")
    DuckDbEngine engine(DuckDbEngines engines) {
        return engines.engine();
    }

    @Bean
    ConnectionPools connectionPools(QualitySettings settings) {
        return new ConnectionPools(settings.connections(), settings.queryTimeout());
    }

    /** Closing it removes the windows. */
    @Bean(destroyMethod = "close")
    KafkaEngine topics(
            QualitySettings settings, MeshSettings mesh, KafkaProperties kafka, DuckDbEngines engines, Clock clock) {
        return new KafkaEngine(
                Clusters.of(settings.kafka(), mesh, kafka),
                settings.kafka().limits(),
                engines,
                settings.windows(),
                clock);
    }

    @Bean
    Examination examination(
            DuckDbEngine files, ConnectionPools pools, KafkaEngine topics, Runs runs, QualitySettings settings) {
        JdbcEngine tables = new JdbcEngine(pools.connections(), settings.queryTimeout());
        return new Examination(new Engines(files, tables, topics), new PublishedNeighbours(runs));
    }

    @Bean
    ReportedChecks reportedChecks(ToolReports reports, Runs runs, QualitySettings settings, Clock clock) {
        return new ReportedChecks(reports, runs, settings.resultsCount(), clock);
    }

    @Bean
    ScoreProducts scoreProducts(
            Runs runs,
            Profiles profiles,
            Examination examination,
            ReportedChecks reported,
            QualitySettings settings,
            Clock clock) {
        return new ScoreProducts(runs, profiles, examination, reported, settings.anomalies(), clock);
    }

    @Bean
    SeenSamples seenSamples(Profiles profiles, Runs runs, Authorizer authorizer) {
        return new SeenSamples(profiles, runs, authorizer);
    }
}
