package io.meshwork.notifier.platform.kafka;

import io.meshwork.messaging.Decisions;
import io.meshwork.messaging.boot.MeshSettings;
import io.meshwork.notifier.announcement.Announcer;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.platform.DatabaseWatch;
import io.meshwork.notifier.platform.DirectLine;
import io.meshwork.notifier.platform.PlatformWatch;
import io.meshwork.notifier.platform.WatchedParts;
import io.meshwork.schemas.topics.Platform;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlatformSettings.class)
class PlatformConfiguration {

    @Bean
    PlatformWatch platformWatch(WatchedParts parts, Announcer announcer, PlatformSettings settings, Clock clock) {
        return new PlatformWatch(parts, announcer, settings.rules(), clock);
    }

    @Bean
    DatabaseWatch databaseWatch(DirectLine line, PlatformSettings settings, Clock clock) {
        return new DatabaseWatch(line, settings.unreachableAfter(), clock);
    }

    @Bean
    PlatformWatchJob platformWatchJob(
            MeshSettings mesh,
            KafkaProperties kafka,
            PlatformWatch watch,
            Decisions decisions,
            Links links,
            PlatformSettings settings,
            Clock clock) {
        var platform = new MeshPlatform(mesh.name(), () -> connect(mesh, kafka));
        return new PlatformWatchJob(platform, watch, decisions, links, settings.interval(), clock);
    }

    private static Platform connect(MeshSettings mesh, KafkaProperties kafka) {
        Map<String, Object> clients = new HashMap<>(kafka.buildAdminProperties());
        clients.putAll(mesh.registry().properties());
        var brokers = String.join(",", kafka.getBootstrapServers());
        return Platform.connect(brokers, mesh.registry().url().toString(), clients);
    }
}
