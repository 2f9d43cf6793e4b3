package io.meshwork.messaging.security;

/**
 * Domain ownership as a rule: a team publishes, subscribes, reports lineage and checks for, registers templates of, describes and handles the
 * incidents of its own domains; the governance group describes any and registers templates for it, and what is global belongs to it;
 * operation, and the incidents of any domain and of the platform, belong to ops. Data that is no product's ({@code *}) may be reported on by any team that has a domain.
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
            case PUBLISH_PRODUCT, ACKNOWLEDGE, SUBSCRIBE, REPORT_QUALITY, SEE_SAMPLES -> ofDomain;
            case DEFINE_DOMAIN, DEFINE_TEMPLATE, ASK_FOR_ACCESS ->
                ofDomain || caller.roles().contains("governance");
            case REPORT_LINEAGE ->
                ofDomain || (domain.equals("*") && !caller.domains().isEmpty());
            case DEFINE_POLICY -> caller.roles().contains("governance") || (!domain.equals("*") && ofDomain);
            case HANDLE_INCIDENTS -> caller.roles().contains("ops") || (!domain.equals("*") && ofDomain);
            case OPERATE -> caller.roles().contains("ops");
        };
    }

    private static String words(Action action) {
        return switch (action) {
            case PUBLISH_PRODUCT -> "publish products";
            case ACKNOWLEDGE -> "acknowledge for consumers";
            case DEFINE_DOMAIN -> "describe domains";
            case DEFINE_TEMPLATE -> "register templates";
            case DEFINE_POLICY -> "define policies";
            case ASK_FOR_ACCESS -> "ask for the access of others";
            case SUBSCRIBE -> "subscribe";
            case REPORT_LINEAGE -> "report lineage";
            case REPORT_QUALITY -> "report results of checks";
            case SEE_SAMPLES -> "see rows of the data";
            case HANDLE_INCIDENTS -> "handle incidents";
            case OPERATE -> "operate the mesh";
        };
    }
}
