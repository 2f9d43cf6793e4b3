package io.meshwork.policy.waiver;

import io.meshwork.messaging.Identity;
import io.meshwork.messaging.StorableText;
import io.meshwork.messaging.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone wants this waiver to hold, or to end now.
 *
 * @param draft null ends it
 * @param source where the request comes from, as far as it says; at most 200 characters are kept
 */
public record WaiverRequest(
        UUID id, String waiverId, @Nullable WaiverDraft draft, String source, Caller caller) {

    private static final int LONGEST_SOURCE = 200;

    public WaiverRequest {
        source = StorableText.of(source, LONGEST_SOURCE);
    }

    /** Tells a repeated request from another one under the same idempotency key. */
    public static long contentHash(@Nullable WaiverDraft draft) {
        if (draft == null) {
            return 0;
        }
        Exemption asked = draft.exemption();
        return Identity.of(
                        asked.policyId(),
                        String.valueOf(asked.rule()),
                        asked.subject(),
                        asked.reason(),
                        asked.owner(),
                        String.valueOf(draft.startsAt()),
                        draft.endsAt())
                .getMostSignificantBits();
    }
}
