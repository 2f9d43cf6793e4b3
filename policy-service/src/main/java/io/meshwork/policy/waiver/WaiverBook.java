package io.meshwork.policy.waiver;

import io.meshwork.messaging.security.Authorizer;
import io.meshwork.policy.define.PolicyVersions;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.inforce.SetRevision;
import io.meshwork.policy.inforce.SetRevisions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes the waivers; every method is one step of an open transaction. */
public final class WaiverBook {

    private final SetRevisions sets;
    private final WaiverVersions waivers;
    private final PolicyVersions policies;
    private final PolicyReader reader;
    private final Authorizer authorizer;
    private final Clock clock;

    public WaiverBook(
            SetRevisions sets,
            WaiverVersions waivers,
            PolicyVersions policies,
            PolicyReader reader,
            Authorizer authorizer,
            Clock clock) {
        this.sets = sets;
        this.waivers = waivers;
        this.policies = policies;
        this.reader = reader;
        this.authorizer = authorizer;
        this.clock = clock;
    }

    /** @param decisions in the order of the requests */
    public record Decided(long setRevision, Map<WaiverRequest, WaiverDecision> decisions) {}

    /** Decides requests in the order they came in; each sees what those before it have changed, and all make one set. */
    public Decided submit(List<WaiverRequest> requests) {
        SetRevision before = sets.lockForChange();
        Set<String> ids = requests.stream().map(WaiverRequest::waiverId).collect(Collectors.toSet());
        WaiverLedger ledger = new WaiverLedger(
                waivers.newest(ids), before.next(now()), new WaivablePolicies(policies.newest(), reader), authorizer);
        Map<WaiverRequest, WaiverDecision> decisions = new LinkedHashMap<>();
        requests.forEach(request -> decisions.put(request, ledger.submit(request)));
        if (ledger.added().isEmpty()) {
            return new Decided(before.number(), decisions);
        }
        waivers.add(ledger.added());
        sets.add(ledger.set());
        return new Decided(ledger.set().number(), decisions);
    }

    /** This revision while it is what counts; empty when the waiver was changed or withdrawn since. */
    public Optional<WaiverVersion> standing(String waiverId, long revision) {
        var unused = sets.lockForChange();
        return Optional.ofNullable(waivers.newest(Set.of(waiverId)).get(waiverId))
                .filter(waiver -> waiver.revision() == revision && !waiver.withdrawn());
    }

    /** To the microsecond. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
