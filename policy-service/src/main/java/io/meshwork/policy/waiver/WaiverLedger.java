package io.meshwork.policy.waiver;

import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Authorizer.Decision.Denied;
import io.meshwork.messaging.security.Caller;
import io.meshwork.policy.inforce.SetRevision;
import io.meshwork.policy.waiver.WaiverDecision.Code;
import io.meshwork.policy.waiver.WaiverDecision.Granted;
import io.meshwork.policy.waiver.WaiverDecision.Refused;
import io.meshwork.policy.waiver.WaiverDecision.Unchanged;
import io.meshwork.policy.waiver.WaiverDecision.Withdrawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The newest revisions while one transaction changes them; decides without touching anything outside. */
final class WaiverLedger {

    private final Map<String, WaiverVersion> newest;
    private final List<WaiverVersion> added = new ArrayList<>();
    private final SetRevision set;
    private final WaivablePolicies policies;
    private final Authorizer authorizer;

    /** @param set that this transaction makes */
    WaiverLedger(Map<String, WaiverVersion> newest, SetRevision set, WaivablePolicies policies, Authorizer authorizer) {
        this.newest = new HashMap<>(newest);
        this.set = set;
        this.policies = policies;
        this.authorizer = authorizer;
    }

    SetRevision set() {
        return set;
    }

    List<WaiverVersion> added() {
        return List.copyOf(added);
    }

    WaiverDecision submit(WaiverRequest request) {
        WaiverVersion before = newest.get(request.waiverId());
        WaiverDraft draft = request.draft();
        return draft == null ? withdraw(request, before) : grant(request, draft, before);
    }

    private WaiverDecision grant(WaiverRequest request, WaiverDraft draft, @Nullable WaiverVersion before) {
        List<WaiverFault> faults = WaiverForm.faults(request.waiverId(), draft, now());
        if (!faults.isEmpty()) {
            return Refused.invalid(faults);
        }
        Optional<Refused> refusal = policies.refusal(draft.exemption())
                .or(() -> denied(request.caller(), draft.exemption()))
                .or(() -> takesOver(request.caller(), before));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (before != null && before.isAsAsked(draft, now())) {
            return new Unchanged(before);
        }
        return new Granted(add(granted(request, draft, before)), subjects(draft, before));
    }

    private WaiverVersion granted(WaiverRequest request, WaiverDraft draft, @Nullable WaiverVersion before) {
        return new WaiverVersion(
                request.waiverId(),
                before == null ? 1 : before.revision() + 1,
                set.number(),
                draft.exemption(),
                draft.start(now()),
                draft.endsAt(),
                request.source(),
                request.caller().name(),
                false,
                now());
    }

    private static Set<String> subjects(WaiverDraft draft, @Nullable WaiverVersion before) {
        Set<String> subjects = new TreeSet<>(Set.of(draft.exemption().subject()));
        if (before != null) {
            subjects.add(before.exemption().subject());
        }
        return subjects;
    }

    private WaiverDecision withdraw(WaiverRequest request, @Nullable WaiverVersion before) {
        if (before == null) {
            return Refused.of(Code.UNKNOWN, "there is no waiver of this id to end; `mesh waiver list` tells the ids");
        }
        Optional<Refused> refusal = denied(request.caller(), before.exemption());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return before.isOverAt(now())
                ? Refused.of(Code.OVER, "the waiver '" + before.id() + "' is over already")
                : new Withdrawn(add(withdrawn(request, before)));
    }

    private WaiverVersion withdrawn(WaiverRequest request, WaiverVersion before) {
        return new WaiverVersion(
                before.id(),
                before.revision() + 1,
                set.number(),
                before.exemption(),
                before.startsAt(),
                before.endsAt(),
                request.source(),
                request.caller().name(),
                true,
                now());
    }

    private WaiverVersion add(WaiverVersion waiver) {
        newest.put(waiver.id(), waiver);
        added.add(waiver);
        return waiver;
    }

    /** Who may not end a waiver may not replace it by another either. */
    private Optional<Refused> takesOver(Caller caller, @Nullable WaiverVersion before) {
        return before == null || before.isOverAt(now()) ? Optional.empty() : denied(caller, before.exemption());
    }

    /** Whoever may define the policy may excuse from it, so that no domain excuses itself from what is global. */
    private Optional<Refused> denied(Caller caller, Exemption exemption) {
        String authority = policies.scope(exemption.policyId()).authority();
        return authorizer.decide(caller, Action.DEFINE_POLICY, authority) instanceof Denied(var reason)
                ? Optional.of(Refused.of(
                        Code.DENIED, "a waiver is granted and ended by whoever may define the policy: " + reason))
                : Optional.empty();
    }

    private Instant now() {
        return set.asOf();
    }
}
