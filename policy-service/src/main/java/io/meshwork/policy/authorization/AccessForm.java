package io.meshwork.policy.authorization;

import io.meshwork.contract.read.value.Ids;
import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Authorizer.Decision.Allowed;
import io.meshwork.messaging.security.Authorizer.Decision.Denied;
import io.meshwork.messaging.security.Caller;
import io.meshwork.policy.access.AccessRequest;
import io.meshwork.policy.access.Principal;
import io.meshwork.policy.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a question of what somebody asks, or says why it is none. */
public final class AccessForm {

    private static final int LONGEST = 200;
    private static final int MOST_CLAIMS = 200;

    private final Authorizer authorizer;

    public AccessForm(Authorizer authorizer) {
        this.authorizer = authorizer;
    }

    /**
     * As it was asked.
     *
     * @param principal null for whoever asks
     * @param action null for {@link AccessRequest#READ}
     * @param team that is going to use the data; null for the domain that the principal acts for
     */
    public record Asked(
            String productId,
            @Nullable Principal principal,
            String purpose,
            @Nullable String action,
            @Nullable String port,
            @Nullable String team) {}

    /** @param pointer to what is wrong, as of RFC 6901 */
    public record Fault(String pointer, String message) {}

    public sealed interface Reading {

        record Valid(AccessQuestion question) implements Reading {}

        record Invalid(List<Fault> faults) implements Reading {

            public Invalid {
                faults = List.copyOf(faults);
            }
        }

        /** @param reason what is missing and how to get it */
        record Denied(String reason) implements Reading {}
    }

    /** What is claimed of somebody else is believed only of those who may ask for others. */
    public Reading read(Caller caller, Asked asked) {
        List<Fault> faults = faults(asked);
        if (!faults.isEmpty()) {
            return new Reading.Invalid(faults);
        }
        return switch (principal(caller, asked)) {
            case Whose.Known(var principal) -> question(caller, asked, principal);
            case Whose.Unproven(var reason) -> new Reading.Denied(reason);
        };
    }

    /** A team is told of the product, so it is named by those only who may subscribe it, or ask for others. */
    private Reading question(Caller caller, Asked asked, Principal principal) {
        String named = asked.team() == null ? null : asked.team().strip();
        if (named != null
                && authorizer.decide(caller, Action.SUBSCRIBE, named) instanceof Denied(var reason)
                && authorizer.decide(caller, Action.ASK_FOR_ACCESS, Scope.domainOf(asked.productId()))
                        instanceof Denied) {
            return new Reading.Denied("team: " + reason);
        }
        String action = asked.action() == null ? AccessRequest.READ : asked.action();
        return new Reading.Valid(new AccessQuestion(
                asked.productId(),
                new AccessRequest(principal, asked.purpose().strip(), action.strip(), asked.port()),
                named == null ? team(principal) : named));
    }

    private static @Nullable String team(Principal principal) {
        return principal.domains().size() == 1 && !principal.domains().contains("*")
                ? principal.domains().iterator().next()
                : null;
    }

    private sealed interface Whose {
        record Known(Principal principal) implements Whose {}

        record Unproven(String reason) implements Whose {}
    }

    private Whose principal(Caller caller, Asked asked) {
        Principal given = asked.principal();
        if (given == null && caller instanceof Caller.Verified(var name, var domains, var roles)) {
            return new Whose.Known(new Principal(name, roles, domains, roles));
        }
        Principal claimed = given == null ? new Principal(caller.name(), Set.of(), Set.of(), Set.of()) : given;
        return switch (authorizer.decide(caller, Action.ASK_FOR_ACCESS, Scope.domainOf(asked.productId()))) {
            case Allowed allowed -> new Whose.Known(claimed);
            case Denied(var reason) -> new Whose.Unproven(reason);
        };
    }

    private static List<Fault> faults(Asked asked) {
        List<Fault> faults = new ArrayList<>();
        if (!isProduct(asked.productId())) {
            faults.add(new Fault("/productId", "name a product, such as cart.carts"));
        }
        Principal principal = asked.principal();
        if (principal != null && !isText(principal.id())) {
            faults.add(new Fault("/principal/id", "name the principal in 1 to " + LONGEST + " characters"));
        }
        if (principal != null && !claims(principal)) {
            faults.add(new Fault(
                    "/principal",
                    "groups, domains and roles together are at most " + MOST_CLAIMS + ", each of 1 to " + LONGEST
                            + " characters"));
        }
        if (!isText(asked.purpose())) {
            faults.add(new Fault("/purpose", "say in 1 to " + LONGEST + " characters what the data is wanted for"));
        }
        optional(asked.action(), "/action").ifPresent(faults::add);
        optional(asked.port(), "/port").ifPresent(faults::add);
        optional(asked.team(), "/team").ifPresent(faults::add);
        return faults;
    }

    private static Optional<Fault> optional(@Nullable String text, String pointer) {
        return text == null || isText(text)
                ? Optional.empty()
                : Optional.of(new Fault(pointer, "it has 1 to " + LONGEST + " characters, or is left out"));
    }

    private static boolean claims(Principal principal) {
        List<String> all = Stream.of(principal.groups(), principal.domains(), principal.roles())
                .flatMap(Set::stream)
                .toList();
        return all.size() <= MOST_CLAIMS && all.stream().allMatch(AccessForm::isText);
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }

    private static boolean isProduct(String id) {
        int dot = id.indexOf('.');
        return dot > 0 && Ids.isValid(id.substring(0, dot)) && Ids.isValid(id.substring(dot + 1));
    }
}
