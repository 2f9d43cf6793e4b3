package io.meshwork.catalog.template;

import io.meshwork.catalog.domain.KnownDomains;
import io.meshwork.catalog.template.TemplateDecision.Changed;
import io.meshwork.catalog.template.TemplateDecision.Code;
import io.meshwork.catalog.template.TemplateDecision.Refused;
import io.meshwork.catalog.template.TemplateDecision.Unchanged;
import io.meshwork.contract.template.BuiltInTemplates;
import io.meshwork.contract.template.Template;
import io.meshwork.contract.template.TemplateReader;
import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Authorizer.Decision.Allowed;
import io.meshwork.messaging.security.Authorizer.Decision.Denied;
import io.meshwork.messaging.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides which templates there are. A version never changes, so what was made from it can be made again. */
public final class Templates {

    /** Of one name, withdrawn ones included; every request for the name looks at all of them. */
    private static final int MOST_VERSIONS = 200;

    private final TemplateReader reader = new TemplateReader();
    private final TemplateStore store;
    private final KnownDomains domains;
    private final Authorizer authorizer;
    private final Clock clock;

    public Templates(TemplateStore store, KnownDomains domains, Authorizer authorizer, Clock clock) {
        this.store = store;
        this.domains = domains;
        this.authorizer = authorizer;
        this.clock = clock;
    }

    /** What would become of a request as things are; nothing changes. */
    public TemplateDecision foresee(TemplateRequest request) {
        Set<String> names = Set.of(request.template());
        return decide(request, store.versions(names).getOrDefault(request.template(), List.of()));
    }

    /** Decides requests in the order they came in; each sees what those before it have changed. */
    public Map<UUID, TemplateDecision> decide(List<TemplateRequest> requests) {
        store.lock();
        Map<String, List<TemplateVersion>> versions = new HashMap<>(
                store.versions(requests.stream().map(TemplateRequest::template).collect(Collectors.toSet())));
        Map<UUID, TemplateDecision> decisions = new LinkedHashMap<>();
        for (TemplateRequest request : requests) {
            List<TemplateVersion> before = versions.getOrDefault(request.template(), List.of());
            TemplateDecision decision = decide(request, before);
            decisions.put(request.id(), decision);
            if (decision instanceof Changed(var template, var document)) {
                versions.put(template.name(), with(before, template));
                store.put(template, document);
            }
        }
        return decisions;
    }

    private static List<TemplateVersion> with(List<TemplateVersion> before, TemplateVersion changed) {
        List<TemplateVersion> after = new ArrayList<>(before);
        after.removeIf(one -> one.version().equals(changed.version()));
        after.add(changed);
        return after;
    }

    private TemplateDecision decide(TemplateRequest request, List<TemplateVersion> versions) {
        String document = request.document();
        if (document == null) {
            return TemplateVersion.find(versions, request.version())
                    .map(template -> withdraw(template, request.caller()))
                    .orElseGet(() -> unknown(request));
        }
        return switch (reader.read(document)) {
            case TemplateReader.Result.Refused(var problems) ->
                new Refused(
                        Code.INVALID,
                        "the document is no valid template; the first problem: "
                                + problems.getFirst().message() + ". "
                                + problems.getFirst().advice(),
                        problems);
            case TemplateReader.Result.Accepted(var template) -> {
                String domain = template.domain();
                yield domain == null
                        ? new Refused(Code.NO_DOMAIN, "the template does not say whose it is; add `domain:`")
                        : register(request, document, template, domain, versions);
            }
        };
    }

    private TemplateDecision register(
            TemplateRequest request,
            String document,
            Template template,
            String domain,
            List<TemplateVersion> versions) {
        Refused obstacle = obstacle(request, template, domain, versions);
        if (obstacle != null) {
            return obstacle;
        }
        TemplateVersion before =
                TemplateVersion.find(versions, request.version()).orElse(null);
        if (before == null) {
            return versions.size() < MOST_VERSIONS
                    ? changed(template, domain, 1, document, request.caller())
                    : new Refused(
                            Code.TOO_MANY,
                            "'" + template.name() + "' has " + MOST_VERSIONS
                                    + " versions, more are not kept; go on under another name");
        }
        if (!isSame(template, document, before)) {
            return new Refused(
                    Code.EXISTS,
                    request.reference() + " is registered already and was different; a version stays as it is, so raise"
                            + " the version");
        }
        return before.withdrawn()
                ? changed(template, domain, before.revision() + 1, document, request.caller())
                : new Unchanged(before);
    }

    /** Remarks and form do not count. */
    private boolean isSame(Template template, String document, TemplateVersion before) {
        String kept = document(before);
        return kept.equals(document)
                || reader.read(kept) instanceof TemplateReader.Result.Accepted(var known) && known.equals(template);
    }

    private TemplateDecision changed(Template template, String domain, long revision, String document, Caller caller) {
        return new Changed(
                new TemplateVersion(
                        template.name(),
                        template.version(),
                        domain,
                        template.description(),
                        revision,
                        false,
                        caller.name(),
                        now()),
                document);
    }

    private @Nullable Refused obstacle(
            TemplateRequest request, Template template, String domain, List<TemplateVersion> versions) {
        if (!template.reference().equals(request.reference())) {
            return new Refused(
                    Code.OTHER_NAME,
                    "the document is " + template.reference() + ", the request is for " + request.reference()
                            + "; use the same for both");
        }
        if (BuiltInTemplates.names().contains(template.name())) {
            return new Refused(
                    Code.RESERVED,
                    "'" + template.name() + "' comes with Meshwork; choose another name, such as '" + domain + "-"
                            + template.name() + "'");
        }
        if (authorizer.decide(request.caller(), Action.DEFINE_TEMPLATE, domain) instanceof Denied(var reason)) {
            return new Refused(Code.DENIED, reason);
        }
        String owner = versions.isEmpty() ? domain : versions.getFirst().domain();
        if (!owner.equals(domain)) {
            return new Refused(
                    Code.OTHER_DOMAIN,
                    "'" + template.name() + "' is a template of the domain '" + owner + "'; choose another name");
        }
        return domains.among(Set.of(domain)).isEmpty()
                ? new Refused(
                        Code.NO_DOMAIN,
                        "there is no domain '" + domain + "'; correct the name, or describe the domain first")
                : null;
    }

    private TemplateDecision withdraw(TemplateVersion before, Caller caller) {
        return switch (authorizer.decide(caller, Action.DEFINE_TEMPLATE, before.domain())) {
            case Denied(var reason) -> new Refused(Code.DENIED, reason);
            case Allowed() -> before.withdrawn() ? new Unchanged(before) : withdrawn(before, caller);
        };
    }

    private TemplateDecision withdrawn(TemplateVersion before, Caller caller) {
        return new Changed(
                new TemplateVersion(
                        before.name(),
                        before.version(),
                        before.domain(),
                        before.description(),
                        before.revision() + 1,
                        true,
                        caller.name(),
                        now()),
                document(before));
    }

    private String document(TemplateVersion template) {
        return store.document(template.name(), template.version()).orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Refused unknown(TemplateRequest request) {
        return new Refused(Code.UNKNOWN, "there is no template " + request.reference() + "; check name and version");
    }
}
