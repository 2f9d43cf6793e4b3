package io.meshwork.policy.inforce;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Outcomes;
import java.time.Instant;

/** Has products judged again. */
public final class Reevaluation {

    /** Of the jobs. */
    public static final String KIND = "reevaluate";

    private Reevaluation() {}

    /** One walk of a kind is on its way at a time; another one asked for meanwhile follows it. */
    public static void enqueue(Outcomes outcomes, Cause cause, Walk walk, Instant due) {
        outcomes.enqueue(cause, KIND, walk.text(), walk.text(), due);
    }
}
