package io.meshwork.notifier.channel.slack;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Slack from us and us from Slack: each try takes its turn in the channel's rate, a failure is tried again at once, and
 * when the calls for a channel keep failing it is left alone for a while. A circuit for each: a bot that is not in one channel, or
 * a webhook that is out of reach, holds up no other.
 */
final class SlackGate {

    private static final int CALLS_JUDGED = 10;
    private static final int CALLS_NEEDED = 4;

    private final SlackClient client;
    private final RateLimiterRegistry turns;
    private final CircuitBreakerRegistry circuits;
    private final Retry retry;
    private final SlackSettings settings;

    SlackGate(SlackClient client, SlackSettings settings) {
        this.client = client;
        this.settings = settings;
        this.turns = RateLimiterRegistry.of(RateLimiterConfig.custom()
                .limitForPeriod(1)
                .limitRefreshPeriod(settings.interval())
                .timeoutDuration(settings.interval().multipliedBy(2))
                .build());
        this.circuits = CircuitBreakerRegistry.of(circuitConfig(settings.circuitOpen()));
        this.retry = Retry.of("slack", retryConfig(settings));
    }

    Answer post(String target, Destination destination, Posting posting) {
        var turn = turns.rateLimiter(target.isEmpty() ? "default" : target);
        var circuit = circuits.circuitBreaker(target.isEmpty() ? "slack" : "slack-" + target);
        var last = new AtomicReference<@Nullable Answer>();
        Supplier<Answer> once = RateLimiter.decorateSupplier(turn, () -> {
            var answer = client.post(destination, posting);
            last.set(answer);
            return answer;
        });
        Supplier<Answer> guarded = CircuitBreaker.decorateSupplier(circuit, once);
        try {
            return Retry.decorateSupplier(retry, guarded).get();
        } catch (CallNotPermittedException e) {
            // the circuit may have opened by this very try: it counts
            var answer = last.get();
            return answer == null
                    ? new Answer.Spared(settings.circuitOpen(), "Slack failed too often and is left alone for a while")
                    : answer;
        } catch (RequestNotPermitted e) {
            return new Answer.Spared(settings.interval(), "the channel had its message for now");
        }
    }

    /** For metrics. */
    CircuitBreakerRegistry circuits() {
        return circuits;
    }

    private static CircuitBreakerConfig circuitConfig(Duration open) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(CALLS_JUDGED)
                .minimumNumberOfCalls(CALLS_NEEDED)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitDurationInOpenState(open)
                .ignoreExceptions(RequestNotPermitted.class)
                .recordResult(Answer.Unavailable.class::isInstance)
                .build();
    }

    private static RetryConfig retryConfig(SlackSettings settings) {
        return RetryConfig.<Answer>custom()
                .maxAttempts(settings.retryAttempts())
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(settings.interval(), 2.0, 0.3))
                .retryOnResult(Answer.Unavailable.class::isInstance)
                .retryOnException(_ -> false)
                .build();
    }
}
