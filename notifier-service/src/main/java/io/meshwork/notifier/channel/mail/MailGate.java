package io.meshwork.notifier.channel.mail;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps to the replica's rate, and leaves a server alone for a while that keeps failing. */
final class MailGate {

    private static final int CALLS_JUDGED = 10;
    private static final int CALLS_NEEDED = 4;

    private final Function<MimeMessage, Answer> sender;
    private final RateLimiter rate;
    private final CircuitBreakerRegistry circuits;
    private final CircuitBreaker circuit;
    private final MailSettings settings;

    MailGate(Function<MimeMessage, Answer> sender, MailSettings settings) {
        this.sender = sender;
        this.settings = settings;
        this.rate = RateLimiter.of(
                "mail",
                RateLimiterConfig.custom()
                        .limitForPeriod(1)
                        .limitRefreshPeriod(gap())
                        .timeoutDuration(gap().multipliedBy(settings.parallelism() + 1L))
                        .build());
        this.circuits = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(CALLS_JUDGED)
                .minimumNumberOfCalls(CALLS_NEEDED)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitDurationInOpenState(settings.circuitOpen())
                .ignoreExceptions(RequestNotPermitted.class)
                .recordResult(Answer.Unavailable.class::isInstance)
                .build());
        this.circuit = circuits.circuitBreaker("mail");
    }

    private Duration gap() {
        return Duration.ofMinutes(1).dividedBy(settings.perMinute());
    }

    Answer send(MimeMessage message) {
        Supplier<Answer> inTurn = RateLimiter.decorateSupplier(rate, () -> sender.apply(message));
        try {
            return CircuitBreaker.decorateSupplier(circuit, inTurn).get();
        } catch (CallNotPermittedException e) {
            return new Answer.Spared(settings.circuitOpen(), "the mail server failed too often and is left alone");
        } catch (RequestNotPermitted e) {
            return new Answer.Spared(gap(), "the replica has sent its mails for now");
        }
    }

    /** For metrics. */
    CircuitBreakerRegistry circuits() {
        return circuits;
    }
}
