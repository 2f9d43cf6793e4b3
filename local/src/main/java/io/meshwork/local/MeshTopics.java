package io.meshwork.local;

import io.meshwork.local.process.PartFailedException;
import io.meshwork.schemas.topics.ApplyReport;
import io.meshwork.schemas.topics.Platform;
import io.meshwork.schemas.topics.TopicManifest;
import io.meshwork.schemas.topics.TopicReport;
import io.meshwork.schemas.topics.TopicSchemas;
import io.meshwork.schemas.topics.TopicsApply;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

/** The topics and schemas this build was made with: what {@code mesh topics apply} does. */
final class MeshTopics {

    private static final short ONE_BROKER = 1;

    private MeshTopics() {}

    static void apply(String bootstrapServers, URI registryUrl, String meshName) {
        TopicManifest manifest = TopicManifest.read();
        try (Platform platform = Platform.connect(bootstrapServers, registryUrl.toString(), Map.of())) {
            ApplyReport report =
                    new TopicsApply(platform, manifest, TopicSchemas.read(manifest)).apply(meshName, ONE_BROKER);
            if (!report.successful()) {
                throw new PartFailedException("the topics kept from an earlier build do not fit this one:\n"
                        + failures(report) + "\nStart with empty data: mesh down --wipe");
            }
        }
    }

    private static String failures(ApplyReport report) {
        return report.topics().stream()
                .filter(topic -> !topic.successful())
                .map(TopicReport::text)
                .collect(Collectors.joining("\n"));
    }
}
