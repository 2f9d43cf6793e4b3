package io.meshwork.policy.define;

import io.meshwork.messaging.security.Authorizer;
import io.meshwork.policy.define.FolderReading.ReadFile;
import io.meshwork.policy.document.PolicyReader;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Changes the policies in force; every method is one step of an open transaction. */
public final class PolicyBook {

    private final PolicyVersions versions;
    private final PolicyReader reader;
    private final Authorizer authorizer;
    private final Clock clock;

    public PolicyBook(PolicyVersions versions, PolicyReader reader, Authorizer authorizer, Clock clock) {
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
        long before = versions.lockForChange();
        PolicyLedger ledger = ledger(before);
        Map<UUID, PolicyDecision> decisions = new LinkedHashMap<>();
        requests.forEach(request -> decisions.put(request.id(), ledger.submit(request, reader, authorizer)));
        return new Decided(keep(ledger, before), decisions);
    }

    /** What would become of a request as things are; nothing changes, and nobody is kept from changing anything. */
    public PolicyDecision foresee(PolicyRequest request) {
        return ledger(versions.setRevision()).submit(request, reader, authorizer);
    }

    /** @param principal on whose behalf files are read */
    public Replaced replaceFiles(List<ReadFile> files, String principal) {
        long before = versions.lockForChange();
        PolicyLedger ledger = ledger(before);
        List<FileProblem> problems = ledger.replaceFiles(files, principal);
        return new Replaced(keep(ledger, before), ledger.added(), problems);
    }

    private PolicyLedger ledger(long before) {
        return new PolicyLedger(versions.newest(), before + 1, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private long keep(PolicyLedger ledger, long before) {
        if (ledger.added().isEmpty()) {
            return before;
        }
        versions.add(before + 1, ledger.added());
        return before + 1;
    }
}
