package io.meshwork.catalog.domain;

import io.meshwork.catalog.domain.DomainDecision.Changed;
import io.meshwork.catalog.domain.DomainDecision.Code;
import io.meshwork.catalog.domain.DomainDecision.Refused;
import io.meshwork.catalog.domain.DomainDecision.Unchanged;
import io.meshwork.contract.domain.DomainDescriptor;
import io.meshwork.contract.domain.DomainReader;
import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Authorizer.Decision.Allowed;
import io.meshwork.messaging.security.Authorizer.Decision.Denied;
import io.meshwork.messaging.security.Caller;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides what domains there are. */
public final class Domains {

    private final DomainReader reader = new DomainReader();
    private final DomainStore store;
    private final Authorizer authorizer;
    private final Clock clock;

    public Domains(DomainStore store, Authorizer authorizer, Clock clock) {
        this.store = store;
        this.authorizer = authorizer;
        this.clock = clock;
    }

    /** What can be told without looking at what there is; null when nothing is wrong so far. */
    public @Nullable Refused obstacle(DomainRequest request) {
        return switch (authorizer.decide(request.caller(), Action.DEFINE_DOMAIN, request.domain())) {
            case Denied(var reason) -> refused(Code.DENIED, reason);
            case Allowed() -> request.document() == null ? null : obstacle(request.domain(), request.document());
        };
    }

    private @Nullable Refused obstacle(String name, String document) {
        return switch (reader.read(document)) {
            case DomainReader.Result.Refused(var problems) ->
                new Refused(
                        Code.INVALID,
                        "the document is no valid description of a domain; the first problem: "
                                + problems.getFirst().message() + ". "
                                + problems.getFirst().advice(),
                        problems);
            case DomainReader.Result.Accepted(var domain) ->
                domain.name().equals(name)
                        ? null
                        : refused(
                                Code.OTHER_NAME,
                                "the document describes '" + domain.name() + "', the request is for '" + name
                                        + "'; use one name for both");
        };
    }

    /** Decides requests in the order they came in; each sees what those before it have changed. */
    public Map<UUID, DomainDecision> decide(List<DomainRequest> requests) {
        Map<UUID, DomainDecision> decisions = new LinkedHashMap<>();
        requests.forEach(request -> {
            Refused obstacle = obstacle(request);
            if (obstacle != null) {
                decisions.put(request.id(), obstacle);
            }
        });
        List<DomainRequest> possible = requests.stream()
                .filter(request -> !decisions.containsKey(request.id()))
                .toList();
        if (!possible.isEmpty()) {
            decidePossible(possible, decisions);
        }
        return decisions;
    }

    private void decidePossible(List<DomainRequest> requests, Map<UUID, DomainDecision> decisions) {
        Set<String> names =
                new LinkedHashSet<>(requests.stream().map(DomainRequest::domain).toList());
        Map<String, Domain> domains = new LinkedHashMap<>(store.lock(names));
        Set<String> inUse = store.inUse(names);
        Map<String, Domain> changed = new LinkedHashMap<>();
        for (DomainRequest request : requests) {
            DomainDecision decision = decide(request, domains.get(request.domain()), inUse);
            decisions.put(request.id(), decision);
            if (decision instanceof Changed(var domain)) {
                domains.put(domain.name(), domain);
                changed.put(domain.name(), domain);
            }
        }
        store.put(changed.values());
    }

    private DomainDecision decide(DomainRequest request, @Nullable Domain before, Set<String> inUse) {
        if (!isAt(request.expectedRevision(), before)) {
            return otherRevision(request.expectedRevision(), before);
        }
        String document = request.document();
        return document == null ? withdraw(request, before, inUse) : describe(request, described(document), before);
    }

    /** Whether the domain is at the revision that is expected, if any is; one that is withdrawn counts as none. */
    public static boolean isAt(@Nullable Long expected, @Nullable Domain domain) {
        return expected == null || expected == revision(domain);
    }

    public static Refused otherRevision(@Nullable Long expected, @Nullable Domain domain) {
        return refused(
                Code.REVISION,
                "the domain is at revision " + revision(domain) + ", not " + expected
                        + "; look at it again and repeat the change");
    }

    private static long revision(@Nullable Domain domain) {
        return domain == null || domain.withdrawn() ? 0 : domain.revision();
    }

    /** Products and templates keep their domain. */
    public static Refused inUse(String domain) {
        return refused(
                Code.IN_USE,
                "the domain '" + domain
                        + "' has products that are in use, or templates that are offered; retire and withdraw those first");
    }

    private DomainDescriptor described(String document) {
        return switch (reader.read(document)) {
            case DomainReader.Result.Accepted(var domain) -> domain;
            case DomainReader.Result.Refused refused ->
                throw new IllegalStateException("was readable a moment ago: " + refused);
        };
    }

    private DomainDecision describe(DomainRequest request, DomainDescriptor asked, @Nullable Domain before) {
        return before != null && before.is(asked)
                ? new Unchanged(before)
                : new Changed(next(asked, before, false, request.caller()));
    }

    private DomainDecision withdraw(DomainRequest request, @Nullable Domain before, Set<String> inUse) {
        if (before == null) {
            return refused(Code.UNKNOWN, "there is no domain '" + request.domain() + "'; check the name");
        }
        if (before.withdrawn()) {
            return new Unchanged(before);
        }
        return inUse.contains(before.name())
                ? inUse(before.name())
                : new Changed(next(before.descriptor(), before, true, request.caller()));
    }

    private Domain next(DomainDescriptor descriptor, @Nullable Domain before, boolean withdrawn, Caller caller) {
        long revision = before == null ? 1 : before.revision() + 1;
        return new Domain(descriptor, revision, withdrawn, caller.name(), clock.instant());
    }

    private static Refused refused(Code code, String reason) {
        return new Refused(code, reason, List.of());
    }
}
