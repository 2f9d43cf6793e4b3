package io.meshwork.notifier.channel.webhook.endpoint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a request about an endpoint. */
public sealed interface EndpointResult {

    /**
     * @param endpoint as it is now, or was when it is deleted
     * @param secret a new one, told this once; null when there is no new one
     * @param replayed notifications that wait again
     */
    record Done(Endpoint endpoint, @Nullable String secret, int replayed) implements EndpointResult {

        /** The secret stays out of logs. */
        @Override
        public String toString() {
            return "Done[endpoint=" + endpoint.id() + ", replayed=" + replayed + "]";
        }
    }

    /**
     * @param reason what is wrong and how to mend it
     * @param faults of single fields
     */
    record Refused(Code code, String reason, List<EndpointForm.Fault> faults) implements EndpointResult {

        Refused(Code code, String reason) {
            this(code, reason, List.of());
        }

        static Refused invalid(List<EndpointForm.Fault> faults) {
            var first = faults.getFirst();
            return new Refused(Code.INVALID, first.pointer() + ": " + first.message(), faults);
        }
    }

    enum Code {
        INVALID,
        DENIED,
        UNKNOWN,
        TAKEN,
        TOO_MANY,
        DISABLED,
        OFF
    }
}
