package io.meshwork.catalog.product.web;

import static io.meshwork.catalog.product.Contracts.contract;
import static io.meshwork.catalog.product.Fixtures.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.meshwork.catalog.product.DecidedSubmission;
import io.meshwork.catalog.product.DecidedSubmissions;
import io.meshwork.catalog.product.Intake;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.events.ProductSubmitted;
import io.meshwork.messaging.BrokenInfrastructure;
import io.meshwork.messaging.PromptRequests;
import io.meshwork.messaging.RequestTopic;
import io.meshwork.messaging.boot.MeshSettings;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Authorizer.Decision;
import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.web.CallerArgument;
import io.meshwork.messaging.web.ProblemAdvice;
import io.meshwork.messaging.web.Undecided;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Answers when neighbours are slow, down, or forbid it. */
class SubmissionControllerTest {

    private final List<Map<String, String>> appended = new ArrayList<>();
    private final UUID submissionId = UUID.randomUUID();
    private RequestTopic topic = (name, key, id, value, headers) -> {
        assertThat(name).isEqualTo("product.submitted");
        assertThat(key).isEqualTo("shop.orders");
        assertThat(((ProductSubmitted) value).getAction()).isEqualTo("publish");
        appended.add(headers);
        return submissionId;
    };
    private DecidedSubmissions submissions = new Table(false);
    private Authorizer authorizer = (caller, action, domain) -> new Decision.Allowed();

    @Test
    void whatIsNotDecidedInTimeIsAccepted() throws Exception {
        submit().andExpect(status().isAccepted())
                .andExpect(header().string(
                                "Location", "/api/v1/submissions/" + submissionId + "?since=2026-03-01T10:00:00Z"))
                .andExpect(header().string("Retry-After", "1"))
                .andExpect(content().string(containsString("\"pending\"")));
        assertThat(appended).hasSize(1);
    }

    @Test
    void tellsWaitingFromWrongUntilItIsDecided() throws Exception {
        String place = String.valueOf(submit().andReturn().getResponse().getHeader("Location"));

        mvc().perform(get(URI.create(place)))
                .andExpect(status().isAccepted())
                .andExpect(header().string("Location", place))
                .andExpect(content().string(containsString("\"pending\"")));
        mvc().perform(get("/api/v1/submissions/" + submissionId))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("\"submission.unknown\"")));
    }

    @Test
    void aDatabaseThatIsDownDelaysTheAnswerButDoesNotLoseTheRequest() throws Exception {
        submissions = new Table(true);

        submit("Idempotency-Key", "build-7").andExpect(status().isAccepted());
        assertThat(appended).hasSize(1);
    }

    @Test
    void aBrokerThatIsDownIsUnavailable() throws Exception {
        topic = (name, key, id, value, headers) -> {
            throw new BrokenInfrastructure("the broker does not answer", new IllegalStateException());
        };

        submit().andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Content-Type", "application/problem+json"))
                .andExpect(header().exists("Retry-After"));
    }

    @Test
    void aBrokerThatHangsIsUnavailableBeforeACallerGivesUp() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        topic = (name, key, id, value, headers) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return submissionId;
        };

        submit().andExpect(status().isServiceUnavailable()).andExpect(header().exists("Retry-After"));
    }

    @Test
    void whoMayNotPublishIsForbiddenAndLeavesNoRecord() throws Exception {
        authorizer = (caller, action, domain) -> new Decision.Denied("ask the owner of " + domain);

        submit().andExpect(status().isForbidden())
                .andExpect(content().string(containsString("product.not-authorized")))
                .andExpect(content().string(containsString("ask the owner of shop")));
        assertThat(appended).isEmpty();
    }

    @Test
    void passesTheTokenOnToWhoeverDecides() throws Exception {
        submit("Authorization", "Bearer abc");

        assertThat(appended).containsExactly(Map.of("mesh-token", "abc"));
    }

    @Test
    void anEmptyIdempotencyKeyIsABadRequest() throws Exception {
        submit("Idempotency-Key", " ").andExpect(status().isBadRequest());
    }

    private ResultActions submit(String... headers) throws Exception {
        var request =
                post("/api/v1/submissions").contentType("application/yaml").content(contract("orders", "1.0.0"));
        request.header("Prefer", "wait=0");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return mvc().perform(request);
    }

    private MockMvc mvc() {
        CatalogSettings settings = new CatalogSettings(Duration.ofMillis(200), Duration.ofDays(30));
        MeshSettings mesh = new MeshSettings(
                "mesh",
                "catalog",
                null,
                MeshSettings.Profile.LOCAL,
                new MeshSettings.Registry(URI.create("mock://none"), Map.of()),
                new MeshSettings.Outbox(Duration.ofSeconds(10), Duration.ofSeconds(2)),
                Duration.ZERO,
                Duration.ofDays(15));
        ContractReader reader = new ContractReader();
        Submitting submitting = new Submitting(
                new SubmittedTopic(new PromptRequests(topic, settings.brokerWait())),
                new SubmissionWaiter(submissions),
                submissions,
                mesh);
        return MockMvcBuilders.standaloneSetup(new SubmissionController(
                        reader,
                        new Intake(reader, authorizer),
                        submitting,
                        submissions,
                        new Undecided(Clock.fixed(SUBMITTED, ZoneOffset.UTC))))
                .setControllerAdvice(new ProblemAdvice())
                .setCustomArgumentResolvers(
                        new CallerArgument(token -> new Caller.Verified("ci", Set.of("shop"), Set.of())))
                .build();
    }

    /** A submission table in which nothing is decided. */
    private record Table(boolean down) implements DecidedSubmissions {

        @Override
        public List<DecidedSubmission> find(Collection<UUID> ids) {
            if (down) {
                throw new DataAccessResourceFailureException("down");
            }
            return List.of();
        }

        @Override
        public int trim(Duration age) {
            return 0;
        }
    }
}
