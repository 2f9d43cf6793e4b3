package io.meshwork.policy.define;

import io.meshwork.messaging.security.Authorizer;
import io.meshwork.policy.define.FolderReading.ReadFile;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.inforce.SetRevision;
import io.meshwork.policy.inforce.SetRevisions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Changes the policies in force; every method is one step of an open transaction. */
public final class PolicyBook {

    private final SetRevisions sets;
    private final PolicyVersions versions;
    private final PolicyReader reader;
    private final Authorizer authorizer;
    private final Clock clock;

    public PolicyBook(
            SetRevisions sets, PolicyVersions versions, PolicyReader reader, Authorizer authorizer, Clock clock) {
        this.sets = sets;
        this.versions = versions;
        this.reader = reader;
        this.authorizer = authorizer;
        this.clock = clock;
    }

    /** @param decisions by request id, in the order of the requests */
    public record Decided(long setRevision, Map<UUID, PolicyDecision> decisions) {}

    /**
     * @param changed the new revisions; empty when the folder says what is in force
     * @param problems why it does not come into force; empty when it does
     */
    public record Replaced(long setRevision, List<PolicyVersion> changed, List<FileProblem> problems) {}

    public Decided submit(List<PolicyRequest> requests) {
        List<ReadRequest> all = requests.stream().map(this::read).toList();
        SetRevision before = sets.lockForChange();
        PolicyLedger ledger = ledger(before.next(now()));
        Map<UUID, PolicyDecision> decisions = new LinkedHashMap<>();
        all.forEach(read -> decisions.put(read.request().id(), ledger.submit(read, authorizer)));
        return new Decided(keep(ledger, before).number(), decisions);
    }

    /** What would become of a request as things are; nothing changes, and nobody is kept from changing anything. */
    public PolicyDecision foresee(PolicyRequest request) {
        return ledger(sets.current().next(now())).submit(read(request), authorizer);
    }

    private ReadRequest read(PolicyRequest request) {
        return ReadRequest.read(request, reader, authorizer);
    }

    /** @param principal on whose behalf files are read */
    public Replaced replaceFiles(List<ReadFile> files, String principal) {
        SetRevision before = sets.lockForChange();
        PolicyLedger ledger = ledger(before.next(now()));
        List<FileProblem> problems = ledger.replaceFiles(files, principal);
        return new Replaced(keep(ledger, before).number(), ledger.added(), problems);
    }

    /**
     * The set in force at a moment at which a stage of a roll-out or a waiver begins or ends.
     *
     * @param changed policies of which a stage begins at that moment
     */
    public record Turned(SetRevision set, List<PolicyVersion> changed) {}

    /**
     * Brings the set of a moment that has come into force; there may be one already, if somebody changed something since.
     *
     * @throws IllegalArgumentException when the moment is yet to come
     */
    public Turned turn(Instant moment) {
        if (moment.isAfter(now())) {
            throw new IllegalArgumentException(moment + " is yet to come");
        }
        SetRevision set = sets.lockForChange();
        if (set.asOf().isBefore(moment)) {
            set = set.next(now());
            sets.add(set);
        }
        List<PolicyVersion> changed = versions.newest().stream()
                .filter(version -> version.stagesAfter(version.changedAt()).contains(moment))
                .toList();
        return new Turned(set, changed);
    }

    /** Whether there has ever been a set of policies. */
    public boolean isBegun() {
        return sets.current().number() > 0;
    }

    private PolicyLedger ledger(SetRevision next) {
        return new PolicyLedger(versions.newest(), next, reader);
    }

    private SetRevision keep(PolicyLedger ledger, SetRevision before) {
        if (ledger.added().isEmpty()) {
            return before;
        }
        versions.add(ledger.added());
        sets.add(ledger.set());
        return ledger.set();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
