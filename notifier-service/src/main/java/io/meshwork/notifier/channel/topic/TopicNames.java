package io.meshwork.notifier.channel.topic;

/**
 * How topics of subscriptions are called. Nobody chooses such a name, and an id has no dot in it, so nobody can get the topic of
 * another, nor one of the mesh.
 *
 * @param mesh the prefix of all topics
 */
public record TopicNames(String mesh) {

    /** In the manner of the manifest, without prefix and version. */
    public String shortName(String subscriptionId) {
        return "product.updates." + subscriptionId;
    }

    public String topic(String subscriptionId) {
        return mesh + "." + shortName(subscriptionId) + ".v1";
    }

    /** The registry's subject for its values. */
    public String subject(String subscriptionId) {
        return topic(subscriptionId) + "-value";
    }

    /** How the consumer groups of its reader begin; without the dot at its end the reader of {@code a} would have those of {@code ab}. */
    public String groups(String subscriptionId) {
        return mesh + "." + shortName(subscriptionId) + ".";
    }
}
