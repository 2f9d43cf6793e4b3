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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides which templates there are. A version never changes, so what was made from it can be made again. */
public final class Templates {

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
        Map<String, List<RegisteredTemplate>> versions = new HashMap<>(
                store.versions(requests.stream().map(TemplateRequest::template).collect(Collectors.toSet())));
        Map<UUID, TemplateDecision> decisions = new LinkedHashMap<>();
        Map<String, RegisteredTemplate> changed = new LinkedHashMap<>();
        for (TemplateRequest request : requests) {
            List<RegisteredTemplate> before = versions.getOrDefault(request.template(), List.of());
            TemplateDecision decision = decide(request, before);
            decisions.put(request.id(), decision);
            if (decision instanceof Changed(var template)) {
                versions.put(template.name(), with(before, template));
                changed.put(request.reference(), template);
            }
        }
        store.put(changed.values());
        return decisions;
    }

    private static List<RegisteredTemplate> with(List<RegisteredTemplate> before, RegisteredTemplate changed) {
        List<RegisteredTemplate> after = new ArrayList<>(before);
        after.removeIf(one -> one.version().equals(changed.version()));
        after.add(changed);
        return after;
    }

    private TemplateDecision decide(TemplateRequest request, List<RegisteredTemplate> versions) {
        Optional<RegisteredTemplate> before = RegisteredTemplate.version(versions, request.version());
        String document = request.document();
        if (document == null) {
            return before.map(template -> withdraw(template, request.caller())).orElseGet(() -> unknown(request));
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
            List<RegisteredTemplate> versions) {
        Refused obstacle = obstacle(request, template, domain, versions);
        if (obstacle != null) {
            return obstacle;
        }
        RegisteredTemplate before =
                RegisteredTemplate.version(versions, request.version()).orElse(null);
        if (before != null && !before.template().equals(template)) {
            return new Refused(
                    Code.EXISTS,
                    request.reference() + " is registered already and was different; a version stays as it is, so raise"
                            + " the version");
        }
        if (before != null && !before.withdrawn()) {
            return new Unchanged(before);
        }
        long revision = before == null ? 1 : before.revision() + 1;
        return new Changed(new RegisteredTemplate(
                template, domain, document, revision, false, request.caller().name(), clock.instant()));
    }

    private @Nullable Refused obstacle(
            TemplateRequest request, Template template, String domain, List<RegisteredTemplate> versions) {
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

    private TemplateDecision withdraw(RegisteredTemplate before, Caller caller) {
        return switch (authorizer.decide(caller, Action.DEFINE_TEMPLATE, before.domain())) {
            case Denied(var reason) -> new Refused(Code.DENIED, reason);
            case Allowed() ->
                before.withdrawn()
                        ? new Unchanged(before)
                        : new Changed(new RegisteredTemplate(
                                before.template(),
                                before.domain(),
                                before.document(),
                                before.revision() + 1,
                                true,
                                caller.name(),
                                clock.instant()));
        };
    }

    private static Refused unknown(TemplateRequest request) {
        return new Refused(Code.UNKNOWN, "there is no template " + request.reference() + "; check name and version");
    }
}
