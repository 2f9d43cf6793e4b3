package io.meshwork.catalog.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.catalog.domain.DomainDecision.Changed;
import io.meshwork.catalog.domain.DomainDecision.Code;
import io.meshwork.catalog.domain.DomainDecision.Refused;
import io.meshwork.catalog.domain.DomainDecision.Unchanged;
import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.security.DomainAuthorizer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Requests of a batch, in order. */
class DomainsTest {

    private static final Caller SHOP = new Caller.Verified("shop-team", Set.of("shop"), Set.of());
    private static final Caller OTHER = new Caller.Verified("crm-team", Set.of("crm"), Set.of());

    private final Stored store = new Stored();
    private final Domains domains =
            new Domains(store, new DomainAuthorizer(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void onlyWhoeverActsForADomainDescribesIt() {
        assertThat(decide(describe(OTHER, "Theirs", null))).singleElement().satisfies(decision -> {
            assertThat(((Refused) decision).code()).isEqualTo(Code.DENIED);
            assertThat(((Refused) decision).reason()).contains("crm-team", "shop");
        });
        assertThat(store.domains).isEmpty();
    }

    @Test
    void aRequestSeesWhatTheOneBeforeHasChanged() {
        List<DomainDecision> decisions = decide(
                describe(SHOP, "First", 0L),
                describe(SHOP, "First", null),
                describe(SHOP, "Second", 0L),
                describe(SHOP, "Second", 1L));

        assertThat(decisions.get(0)).isInstanceOf(Changed.class);
        assertThat(decisions.get(1)).isInstanceOf(Unchanged.class);
        assertThat(((Refused) decisions.get(2)).code()).isEqualTo(Code.REVISION);
        assertThat(decisions.get(3)).isInstanceOf(Changed.class);
        assertThat(store.domains.get("shop").revision()).isEqualTo(2);
    }

    @Test
    void aDomainThatIsInUseIsNotWithdrawn() {
        store.inUse.add("shop");

        List<DomainDecision> decisions = decide(describe(SHOP, "First", null), withdraw());

        assertThat(((Refused) decisions.getLast()).code()).isEqualTo(Code.IN_USE);
        assertThat(store.domains.get("shop").withdrawn()).isFalse();
    }

    @Test
    void aWithdrawnDomainComesBackWithAHigherRevision() {
        decide(describe(SHOP, "First", null), withdraw(), describe(SHOP, "First", 0L));

        assertThat(store.domains.get("shop").revision()).isEqualTo(3);
        assertThat(store.domains.get("shop").withdrawn()).isFalse();
    }

    @Test
    void whatDoesNotExistCannotBeWithdrawn() {
        assertThat(((Refused) decide(withdraw()).getFirst()).code()).isEqualTo(Code.UNKNOWN);
    }

    private List<DomainDecision> decide(DomainRequest... requests) {
        Map<UUID, DomainDecision> decisions = domains.decide(List.of(requests));
        return List.of(requests).stream()
                .map(request -> decisions.get(request.id()))
                .toList();
    }

    private static DomainRequest describe(Caller caller, String description, Long expected) {
        return new DomainRequest(UUID.randomUUID(), "shop", """
                apiVersion: meshwork.io/v1
                kind: Domain
                metadata: {name: shop, owner: shop-team}
                spec: {description: %s}
                """.formatted(description), expected, caller);
    }

    private static DomainRequest withdraw() {
        return new DomainRequest(UUID.randomUUID(), "shop", null, null, SHOP);
    }

    private static final class Stored implements DomainStore {

        private final Map<String, Domain> domains = new HashMap<>();
        private final Set<String> inUse = new HashSet<>();

        @Override
        public Map<String, Domain> lock(Collection<String> names) {
            Map<String, Domain> locked = new HashMap<>(domains);
            locked.keySet().retainAll(names);
            return locked;
        }

        @Override
        public Set<String> inUse(Collection<String> names) {
            return inUse;
        }

        @Override
        public void put(Collection<Domain> changed) {
            changed.forEach(domain -> domains.put(domain.name(), domain));
        }

        @Override
        public Optional<Domain> find(String name) {
            return Optional.ofNullable(domains.get(name));
        }

        @Override
        public Set<String> among(Collection<String> names) {
            throw new AssertionError("not asked while domains change");
        }

        @Override
        public Set<String> notWithdrawn(Collection<String> names) {
            throw new AssertionError("not asked while domains change");
        }

        @Override
        public List<Domain> list(String after, int limit) {
            throw new AssertionError("not asked while domains change");
        }
    }
}
