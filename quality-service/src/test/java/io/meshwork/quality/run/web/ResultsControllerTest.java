package io.meshwork.quality.run.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.security.DomainAuthorizer;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.quality.run.ReportedChecks;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;

class ResultsControllerTest {

    private static final Caller SALES = new Caller.Verified("team-sales", Set.of("sales"), Set.of());

    @Test
    void letsNobodyReportOnProductsOfOthers() {
        var reported = new ReportedChecks(null, null, Duration.ofDays(7), Clock.systemUTC());
        var controller = new ResultsController(null, reported, null, new DomainAuthorizer(), Clock.systemUTC());

        ProblemException problem = catchThrowableOfType(
                ProblemException.class,
                () -> controller.report(
                        "shop.orders", null, null, null, null, null, SALES, new MockHttpServletRequest()));

        assertThat(problem.status()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(problem).hasMessageContaining("may not report results of checks in domain 'shop'");
    }
}
