package io.meshwork.schemas.topics;

import java.util.List;

/** What became of every topic, in the manifest's order. */
public record ApplyReport(List<TopicReport> topics) {

    public ApplyReport {
        topics = List.copyOf(topics);
    }

    /** Whether broker and registry now agree with the manifest. */
    public boolean successful() {
        return topics.stream().allMatch(TopicReport::successful);
    }

    public boolean changedAnything() {
        return topics.stream().anyMatch(TopicReport::changedAnything);
    }
}
