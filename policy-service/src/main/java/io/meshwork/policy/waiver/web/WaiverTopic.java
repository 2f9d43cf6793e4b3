package io.meshwork.policy.waiver.web;

import io.meshwork.events.WaiverSubmitted;
import io.meshwork.events.WaiverTerms;
import io.meshwork.messaging.RequestTopic;
import io.meshwork.messaging.web.BearerToken;
import io.meshwork.policy.waiver.WaiverDraft;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Appends requests for waivers. */
@Component
class WaiverTopic {

    private final RequestTopic requests;

    WaiverTopic(RequestTopic requests) {
        this.requests = requests;
    }

    /**
     * @param id the same id again is the same request
     * @param draft null ends the waiver
     * @return the identity under which the request will be decided
     */
    UUID append(UUID id, String waiverId, @Nullable WaiverDraft draft, String source, @Nullable String token) {
        WaiverSubmitted submitted = WaiverSubmitted.newBuilder()
                .setWaiverId(waiverId)
                .setWaiver(draft == null ? null : toTerms(draft))
                .setSource(source)
                .build();
        return requests.append("waiver.submitted", waiverId, id, submitted, BearerToken.toRecord(token));
    }

    private static WaiverTerms toTerms(WaiverDraft draft) {
        return WaiverTerms.newBuilder()
                .setPolicyId(draft.exemption().policyId())
                .setRule(draft.exemption().rule())
                .setSubject(draft.exemption().subject())
                .setReason(draft.exemption().reason())
                .setOwner(draft.exemption().owner())
                .setStartsAt(draft.startsAt())
                .setEndsAt(draft.endsAt())
                .build();
    }
}
