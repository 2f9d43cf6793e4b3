package io.meshwork.policy.define;

import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.Problem.Severity;
import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Authorizer.Decision.Allowed;
import io.meshwork.messaging.security.Authorizer.Decision.Denied;
import io.meshwork.messaging.security.Caller;
import io.meshwork.policy.define.FolderReading.ReadFile;
import io.meshwork.policy.define.PolicyDecision.Changed;
import io.meshwork.policy.define.PolicyDecision.Refused;
import io.meshwork.policy.define.PolicyDecision.Unchanged;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.document.PolicyReading;
import io.meshwork.policy.inforce.SetRevision;
import io.meshwork.policy.model.Content;
import io.meshwork.policy.model.Policy;
import io.meshwork.policy.model.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The newest revisions while one transaction changes them; decides without touching anything outside. */
final class PolicyLedger {

    private final Map<String, PolicyVersion> newest = new HashMap<>();
    private final List<PolicyVersion> added = new ArrayList<>();
    private final SetRevision set;
    private final PolicyReader reader;

    /** @param set that this transaction makes */
    PolicyLedger(List<PolicyVersion> newest, SetRevision set, PolicyReader reader) {
        newest.forEach(version -> this.newest.put(version.id(), version));
        this.set = set;
        this.reader = reader;
    }

    SetRevision set() {
        return set;
    }

    List<PolicyVersion> added() {
        return List.copyOf(added);
    }

    PolicyDecision submit(ReadRequest read, Authorizer authorizer) {
        return switch (read) {
            case ReadRequest.Withdrawal(var request) -> withdraw(request, authorizer);
            case ReadRequest.Invalid(var request, var problems) ->
                new Refused(
                        "policy.invalid", "the document is no valid policy:\n" + PolicyReader.text(problems), problems);
            case ReadRequest.Definition(var request, var document, var policy) ->
                define(request, policy, document, authorizer);
        };
    }

    private PolicyDecision define(PolicyRequest request, Policy policy, String document, Authorizer authorizer) {
        if (!policy.id().equals(request.policyId())) {
            return refused(
                    "policy.id.mismatch",
                    "the document defines '" + policy.id() + "', the request '" + request.policyId()
                            + "'; use one id for both");
        }
        Optional<Refused> refusal = denied(request.caller(), policy.scope(), authorizer)
                .or(() -> taken(policy))
                .or(() -> Tightenings.refusal(policy, this::rules))
                .or(() -> inForce(policy.id()).flatMap(v -> denied(request.caller(), v.scope(), authorizer)));
        return refusal.isPresent()
                ? refusal.get()
                : put(
                        policy,
                        document,
                        Origin.REQUEST,
                        request.source(),
                        request.caller().name());
    }

    private PolicyDecision withdraw(PolicyRequest request, Authorizer authorizer) {
        PolicyVersion existing = inForce(request.policyId()).orElse(null);
        if (existing == null) {
            return refused(
                    "policy.unknown", "there is no policy '" + request.policyId() + "' to withdraw; check the id");
        }
        Optional<Refused> refusal = denied(request.caller(), existing.scope(), authorizer)
                .or(() -> existing.origin() == Origin.FILE ? Optional.of(ownedByFile(existing)) : Optional.empty());
        return refusal.isPresent()
                ? refusal.get()
                : new Changed(
                        withdrawn(existing, request.source(), request.caller().name()));
    }

    /** The folder's policies replace what the folder said before; what was submitted stays. */
    List<FileProblem> replaceFiles(List<ReadFile> files, String principal) {
        List<FileProblem> problems = new ArrayList<>(Tightenings.problems(files, this::rules));
        for (ReadFile read : files) {
            inForce(read.policy().id())
                    .filter(existing -> existing.origin() == Origin.REQUEST)
                    .ifPresent(existing -> problems.add(submitted(read, existing)));
        }
        if (!problems.isEmpty()) {
            return problems;
        }
        Set<String> ids = files.stream().map(read -> read.policy().id()).collect(Collectors.toCollection(TreeSet::new));
        List.copyOf(newest.values()).stream()
                .filter(v -> v.origin() == Origin.FILE && !v.withdrawn() && !ids.contains(v.id()))
                .forEach(v -> withdrawn(v, v.source(), principal));
        files.forEach(read -> put(
                read.policy(), read.file().document(), Origin.FILE, read.file().name(), principal));
        return List.of();
    }

    private PolicyDecision put(Policy policy, String document, Origin origin, String source, String principal) {
        PolicyVersion before = newest.get(policy.id());
        if (before != null && !before.withdrawn() && before.document().equals(document) && before.origin() == origin) {
            return new Unchanged(before);
        }
        return new Changed(add(new PolicyVersion(
                policy.id(),
                before == null ? 1 : before.revision() + 1,
                set.number(),
                policy.title(),
                policy.scope(),
                policy.category(),
                policy.rollout(),
                document,
                origin,
                source,
                false,
                principal,
                set.asOf())));
    }

    private PolicyVersion withdrawn(PolicyVersion v, String source, String principal) {
        return add(new PolicyVersion(
                v.id(),
                v.revision() + 1,
                set.number(),
                v.title(),
                v.scope(),
                v.category(),
                v.rollout(),
                v.document(),
                v.origin(),
                source,
                true,
                principal,
                set.asOf()));
    }

    private PolicyVersion add(PolicyVersion version) {
        newest.put(version.id(), version);
        added.add(version);
        return version;
    }

    private Optional<Refused> taken(Policy policy) {
        return inForce(policy.id()).flatMap(existing -> {
            if (Federation.weakens(policy.scope(), existing.scope())
                    || Federation.crosses(policy.scope(), existing.scope())) {
                return Optional.of(refused(
                        "policy.id.taken", Federation.taken(policy.id(), existing.scope()) + "; choose another id"));
            }
            return existing.origin() == Origin.FILE ? Optional.of(ownedByFile(existing)) : Optional.empty();
        });
    }

    /** Of a global policy that is in force; empty when there is none, or it has no rules of its own. */
    private Optional<Content.Rules> rules(String id) {
        return inForce(id)
                .filter(version -> version.scope() instanceof Scope.Global)
                .map(version -> reader.read(version.document()))
                .flatMap(reading -> reading instanceof PolicyReading.Accepted(var policy, var tests)
                                && policy.content() instanceof Content.Rules rules
                        ? Optional.of(rules)
                        : Optional.empty());
    }

    private Optional<PolicyVersion> inForce(String id) {
        @Nullable PolicyVersion version = newest.get(id);
        return version == null || version.withdrawn() ? Optional.empty() : Optional.of(version);
    }

    private static Optional<Refused> denied(Caller caller, Scope scope, Authorizer authorizer) {
        return switch (authorizer.decide(caller, Action.DEFINE_POLICY, scope.authority())) {
            case Allowed() -> Optional.empty();
            case Denied(var reason) -> Optional.of(refused("policy.denied", reason));
        };
    }

    private static Refused ownedByFile(PolicyVersion existing) {
        return refused(
                PolicyDecision.KEPT_IN_FILE,
                "the policy '" + existing.id() + "' is kept in the file " + existing.source()
                        + " of the policy folder; change it there");
    }

    private static FileProblem submitted(ReadFile read, PolicyVersion existing) {
        Problem problem = new Problem(
                "policy.id.taken",
                Severity.ERROR,
                "the id '" + existing.id() + "' belongs to a policy that was submitted by " + existing.principal(),
                "Choose another id, or withdraw the submitted policy first.",
                "/metadata/id",
                1,
                1);
        return new FileProblem(read.file().name(), problem);
    }

    private static Refused refused(String code, String reason) {
        return new Refused(code, reason, List.of());
    }
}
