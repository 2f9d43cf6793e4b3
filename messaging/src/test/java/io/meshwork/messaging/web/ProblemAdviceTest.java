package io.meshwork.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.BrokenInfrastructure;
import io.meshwork.messaging.OutcomeTooLargeException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;

class ProblemAdviceTest {

    private final ProblemAdvice advice = new ProblemAdvice();

    @Test
    void answersOurProblemsWithCodeTitleAndEveryFinding() {
        List<Map<String, Object>> findings = List.of(Map.of("pointer", "/owner", "line", 3));

        ResponseEntity<ProblemDetail> answer = advice.problem(new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-contract",
                "Invalid contract",
                "the owner is missing",
                findings));

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody()).satisfies(body -> {
            assertThat(body.getType()).isEqualTo(URI.create("urn:meshwork:problem:invalid-contract"));
            assertThat(body.getTitle()).isEqualTo("Invalid contract");
            assertThat(body.getDetail()).isEqualTo("the owner is missing");
            assertThat(body.getProperties())
                    .containsEntry("code", "invalid-contract")
                    .containsEntry("problems", findings);
        });
    }

    static Stream<Exception> neighbours() {
        return Stream.of(
                new BrokenInfrastructure("no broker", new ConnectException()),
                new DataAccessResourceFailureException("no database"),
                new CannotCreateTransactionException("no connection"),
                new CannotAcquireLockException("deadlock"),
                new IllegalStateException(new DataAccessResourceFailureException("no database")));
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void asksToTryAgainWhenANeighbourIsDown(Exception failure) {
        ResponseEntity<ProblemDetail> answer = advice.unexpected(failure);

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
        assertThat(answer.getBody().getProperties()).containsEntry("code", "unavailable");
    }

    @Test
    void keepsTheDetailsOfABugToItself() {
        ResponseEntity<ProblemDetail> answer = advice.unexpected(new IllegalStateException("password=secret"));

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody().getDetail()).doesNotContain("secret");
        assertThat(answer.getBody().getProperties()).containsEntry("code", "internal");
    }

    @Test
    void saysThatARequestIsTooLarge() {
        ResponseEntity<ProblemDetail> answer =
                advice.tooLarge(new OutcomeTooLargeException("product.submitted", 600_000, 524_288));

        assertThat(answer.getStatusCode().value()).isEqualTo(413);
        assertThat(answer.getBody().getDetail()).contains("600000");
    }
}
