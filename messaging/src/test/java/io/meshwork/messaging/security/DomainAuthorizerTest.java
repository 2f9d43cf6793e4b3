package io.meshwork.messaging.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.security.Authorizer.Decision;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DomainAuthorizerTest {

    private static final Caller SALES = new Caller.Verified("team-sales", Set.of("sales"), Set.of());
    private static final Caller GOVERNANCE = new Caller.Verified("board", Set.of(), Set.of("governance"));
    private static final Caller OPS = new Caller.Verified("platform", Set.of(), Set.of("ops"));
    private static final Caller EVERYWHERE = new Caller.Verified("robot", Set.of("*"), Set.of());

    private final Authorizer authorizer = new DomainAuthorizer();

    @ParameterizedTest
    @EnumSource(Action.class)
    void deniesEverythingToWhoeverIsNotProvenAndSaysWhy(Action action) {
        assertThat(authorizer.decide(new Caller.Unproven("anonymous", "the token is expired"), action, "sales"))
                .isEqualTo(new Decision.Denied("the token is expired"));
    }

    @Test
    void letsATeamPublishAndSubscribeInItsOwnDomainOnly() {
        assertThat(decide(SALES, Action.PUBLISH_PRODUCT, "sales")).isTrue();
        assertThat(decide(SALES, Action.SUBSCRIBE, "sales")).isTrue();
        assertThat(decide(SALES, Action.PUBLISH_PRODUCT, "finance")).isFalse();
        assertThat(decide(SALES, Action.SUBSCRIBE, "*")).isFalse();
    }

    @Test
    void letsDomainsAddPoliciesAndTheGovernanceGroupGlobalOnes() {
        assertThat(decide(SALES, Action.DEFINE_POLICY, "sales")).isTrue();
        assertThat(decide(SALES, Action.DEFINE_POLICY, "*")).isFalse();
        assertThat(decide(EVERYWHERE, Action.DEFINE_POLICY, "*")).isFalse();
        assertThat(decide(GOVERNANCE, Action.DEFINE_POLICY, "*")).isTrue();
    }

    @Test
    void letsATeamReportLineageOfItsOwnProductsAndOfDataThatIsNobodys() {
        assertThat(decide(SALES, Action.REPORT_LINEAGE, "sales")).isTrue();
        assertThat(decide(SALES, Action.REPORT_LINEAGE, "*")).isTrue();
        assertThat(decide(SALES, Action.REPORT_LINEAGE, "finance")).isFalse();
        assertThat(decide(GOVERNANCE, Action.REPORT_LINEAGE, "*")).isFalse();
    }

    @Test
    void letsATeamReportResultsOfChecksOfItsOwnProductsOnly() {
        assertThat(decide(SALES, Action.REPORT_QUALITY, "sales")).isTrue();
        assertThat(decide(SALES, Action.REPORT_QUALITY, "finance")).isFalse();
        assertThat(decide(GOVERNANCE, Action.REPORT_QUALITY, "sales")).isFalse();
    }

    @Test
    void letsATeamDescribeItsOwnDomainAndTheGovernanceGroupAny() {
        assertThat(decide(SALES, Action.DEFINE_DOMAIN, "sales")).isTrue();
        assertThat(decide(SALES, Action.DEFINE_DOMAIN, "finance")).isFalse();
        assertThat(decide(GOVERNANCE, Action.DEFINE_DOMAIN, "finance")).isTrue();
        assertThat(decide(OPS, Action.DEFINE_DOMAIN, "finance")).isFalse();
    }

    @Test
    void letsATeamAcknowledgeForItselfOnly() {
        assertThat(decide(SALES, Action.ACKNOWLEDGE, "sales")).isTrue();
        assertThat(decide(SALES, Action.ACKNOWLEDGE, "finance")).isFalse();
    }

    @Test
    void letsATeamHandleTheIncidentsOfItsOwnDomainAndOpsAll() {
        assertThat(decide(SALES, Action.HANDLE_INCIDENTS, "sales")).isTrue();
        assertThat(decide(SALES, Action.HANDLE_INCIDENTS, "finance")).isFalse();
        assertThat(decide(OPS, Action.HANDLE_INCIDENTS, "sales")).isTrue();
        assertThat(decide(OPS, Action.HANDLE_INCIDENTS, "*")).isTrue();
        assertThat(decide(EVERYWHERE, Action.HANDLE_INCIDENTS, "sales")).isTrue();
        assertThat(decide(EVERYWHERE, Action.HANDLE_INCIDENTS, "*")).isFalse();
    }

    @Test
    void letsOnlyOpsOperate() {
        assertThat(decide(OPS, Action.OPERATE, "*")).isTrue();
        assertThat(decide(EVERYWHERE, Action.OPERATE, "*")).isFalse();
        assertThat(decide(OPS, Action.PUBLISH_PRODUCT, "sales")).isFalse();
    }

    @Test
    void tellsWhatIsMissing() {
        assertThat(authorizer.decide(SALES, Action.PUBLISH_PRODUCT, "finance"))
                .isInstanceOfSatisfying(
                        Decision.Denied.class,
                        denied -> assertThat(denied.reason()).contains("team-sales", "publish products", "finance"));
    }

    private boolean decide(Caller caller, Action action, String domain) {
        return authorizer.decide(caller, action, domain) instanceof Decision.Allowed;
    }
}
