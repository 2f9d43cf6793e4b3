package io.meshwork.messaging.security;

/**
 * Domain ownership as a rule: a team publishes and subscribes for its own domains; what is global belongs to the governance
 * group, operation to ops.
 */
public final class DomainAuthorizer implements Authorizer {

    @Override
    public Decision decide(Caller caller, Action action, String domain) {
        return switch (caller) {
            case Caller.Unproven(var name, var reason) -> new Decision.Denied(reason);
            case Caller.Verified verified ->
                allowed(verified, action, domain)
                        ? new Decision.Allowed()
                        : new Decision.Denied("'" + verified.name() + "' may not " + words(action) + " in domain '"
                                + domain + "'; ask the domain's owner or the platform team for the claim");
        };
    }

    private static boolean allowed(Caller.Verified caller, Action action, String domain) {
        boolean ofDomain = caller.domains().contains(domain) || caller.domains().contains("*");
        return switch (action) {
            case PUBLISH_PRODUCT, ACKNOWLEDGE, SUBSCRIBE -> ofDomain;
            case DEFINE_POLICY -> caller.roles().contains("governance") || (!domain.equals("*") && ofDomain);
            case OPERATE -> caller.roles().contains("ops");
        };
    }

    private static String words(Action action) {
        return switch (action) {
            case PUBLISH_PRODUCT -> "publish products";
            case ACKNOWLEDGE -> "acknowledge for consumers";
            case DEFINE_POLICY -> "define policies";
            case SUBSCRIBE -> "subscribe";
            case OPERATE -> "operate the mesh";
        };
    }
}
