package io.meshwork.deadletters;

import io.meshwork.schemas.topics.Topic;
import io.meshwork.schemas.topics.TopicManifest;
import java.util.List;

/**
 * The dead-letter topic of one service in one mesh.
 *
 * @param inputs the topics the service reads
 */
public record LetterBox(String meshName, String service, Topic letters, List<Topic> inputs) {

    private static final String SUFFIX = ".dlt";

    /** One for each service that has dead letters, in the manifest's order. */
    public static List<LetterBox> all(String meshName) {
        List<Topic> topics = TopicManifest.read().topics();
        return topics.stream()
                .filter(topic -> topic.name().endsWith(SUFFIX))
                .map(topic -> {
                    String service = topic.name().substring(0, topic.name().length() - SUFFIX.length());
                    return new LetterBox(meshName, service, topic, inputs(topics, service));
                })
                .toList();
    }

    private static List<Topic> inputs(List<Topic> topics, String service) {
        return topics.stream()
                .filter(topic -> topic.schema() != null && topic.readBy().contains(service))
                .toList();
    }

    /** Full name of the dead-letter topic. */
    public String topic() {
        return letters.fullName(meshName);
    }

    public String consumerGroup() {
        return meshName + "." + service;
    }

    boolean isInput(String fullName) {
        return inputs.stream().anyMatch(topic -> topic.fullName(meshName).equals(fullName));
    }
}
