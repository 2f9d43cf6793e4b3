package io.meshwork.messaging;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Events of one topic that were not decided before, in order, inside the open transaction. When {@link TopicListener#handle}
 * returns, state and outcomes are committed together; when it throws, nothing of it remains.
 */
public interface Batch<T extends SpecificRecord> extends Outcomes {

    List<Event<T>> events();

    /** Keeps the event aside until some transaction {@link #release releases} what it waits for. */
    void park(Event<T> event, String waitingFor);

    /** Lets the events run that wait for this; they reach their listener after this transaction. */
    void release(String waitedFor);

    /** Sends the event to the dead-letter topic: it can never succeed. */
    void refuse(Event<T> event, String reason);
}
