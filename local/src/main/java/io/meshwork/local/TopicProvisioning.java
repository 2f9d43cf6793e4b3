package io.meshwork.local;

import java.net.URI;

/** Makes the mesh's topics and registers their schemas before the services start; repeating it changes nothing. */
@FunctionalInterface
public interface TopicProvisioning {

    /** {@code registryUrl} is the base of Confluent's API; {@code meshName} is the topics' prefix. */
    void apply(String bootstrapServers, URI registryUrl, String meshName);
}
