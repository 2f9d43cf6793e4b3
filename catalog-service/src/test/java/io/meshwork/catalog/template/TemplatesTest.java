package io.meshwork.catalog.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.catalog.template.TemplateDecision.Changed;
import io.meshwork.catalog.template.TemplateDecision.Code;
import io.meshwork.catalog.template.TemplateDecision.Refused;
import io.meshwork.catalog.template.TemplateDecision.Unchanged;
import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.security.DomainAuthorizer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests of a batch, in order. */
class TemplatesTest {

    private static final Caller WEB = new Caller.Verified("web-team", Set.of("web"), Set.of());
    private static final Caller OTHER = new Caller.Verified("crm-team", Set.of("crm"), Set.of());

    private final Stored store = new Stored();
    private final Templates templates = new Templates(
            store, domains -> Set.copyOf(domains), new DomainAuthorizer(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void onlyWhoeverActsForADomainRegistersAndWithdrawsItsTemplates() {
        List<TemplateDecision> decisions =
                decide(register(OTHER, "1.0.0", "Theirs"), register(WEB, "1.0.0", "Ours"), withdraw(OTHER, "1.0.0"));

        assertThat(((Refused) decisions.get(0)).code()).isEqualTo(Code.DENIED);
        assertThat(decisions.get(1)).isInstanceOf(Changed.class);
        assertThat(((Refused) decisions.get(2)).code()).isEqualTo(Code.DENIED);
        assertThat(store.templates.get("clicks@1.0.0").withdrawn()).isFalse();
    }

    @Test
    void aRequestSeesWhatTheOneBeforeHasChanged() {
        List<TemplateDecision> decisions = decide(
                register(WEB, "1.0.0", "First"),
                register(WEB, "1.0.0", "First"),
                register(WEB, "1.0.0", "Second"),
                withdraw(WEB, "1.0.0"),
                register(WEB, "1.0.0", "First"));

        assertThat(decisions.get(1)).isInstanceOf(Unchanged.class);
        assertThat(((Refused) decisions.get(2)).code()).isEqualTo(Code.EXISTS);
        assertThat(store.templates.get("clicks@1.0.0").revision()).isEqualTo(3);
    }

    @Test
    void aNameHasOnlySoManyVersions() {
        TemplateRequest[] requests = IntStream.rangeClosed(0, 200)
                .mapToObj(minor -> register(WEB, "1." + minor + ".0", "Minor " + minor))
                .toArray(TemplateRequest[]::new);

        List<TemplateDecision> decisions = decide(requests);

        assertThat(decisions.subList(0, 200))
                .allSatisfy(decision -> assertThat(decision).isInstanceOf(Changed.class));
        assertThat(((Refused) decisions.getLast()).code()).isEqualTo(Code.TOO_MANY);
    }

    private List<TemplateDecision> decide(TemplateRequest... requests) {
        Map<UUID, TemplateDecision> decisions = templates.decide(List.of(requests));
        return List.of(requests).stream()
                .map(request -> decisions.get(request.id()))
                .toList();
    }

    private static TemplateRequest register(Caller caller, String version, String description) {
        return new TemplateRequest(UUID.randomUUID(), "clicks", version, """
                kind: ContractTemplate
                apiVersion: meshwork.io/v1
                name: clicks
                version: %s
                domain: web
                description: %s
                contract: {kind: DataContract}
                """.formatted(version, description), caller);
    }

    private static TemplateRequest withdraw(Caller caller, String version) {
        return new TemplateRequest(UUID.randomUUID(), "clicks", version, null, caller);
    }

    private static final class Stored implements TemplateStore {

        private final Map<String, TemplateVersion> templates = new HashMap<>();
        private final Map<String, String> documents = new HashMap<>();

        @Override
        public void lock() {}

        @Override
        public Map<String, List<TemplateVersion>> versions(Collection<String> names) {
            return templates.isEmpty() ? Map.of() : Map.of("clicks", List.copyOf(templates.values()));
        }

        @Override
        public Optional<String> document(String name, String version) {
            return Optional.ofNullable(documents.get(name + "@" + version));
        }

        @Override
        public void put(TemplateVersion template, String document) {
            templates.put(template.reference(), template);
            documents.put(template.reference(), document);
        }

        @Override
        public Map<String, List<TemplateVersion>> offered(String after, int most) {
            throw new AssertionError("not asked while templates change");
        }
    }
}
