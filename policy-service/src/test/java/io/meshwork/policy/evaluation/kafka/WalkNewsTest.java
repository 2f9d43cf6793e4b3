package io.meshwork.policy.evaluation.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.policy.evaluation.Evaluation.Page;
import io.meshwork.policy.evaluation.Verdicts;
import io.meshwork.policy.evaluation.WalkProgress;
import io.meshwork.policy.evaluation.WalkProgresses;
import io.meshwork.policy.inforce.Walk;
import io.meshwork.policy.judgement.PolicySet;
import io.meshwork.policy.judgement.Waivers;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalkNewsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final List<WalkProgress> told = new ArrayList<>();
    private final Hands clock = new Hands();
    private final WalkNews news = new WalkNews(new Walk.All(), ofThreeHundred(), keepingIn(told), clock);

    @Test
    void aWalkThatEndsWithinASecondIsNotTold() {
        clock.forward(Duration.ofMillis(900));
        news.reached(page(200));
        news.ended();

        assertThat(told).isEmpty();
    }

    @Test
    void aLongWalkIsToldAtMostOnceASecondAndWhenItHasEnded() {
        clock.forward(Duration.ofMillis(1_100));
        news.reached(page(200));
        clock.forward(Duration.ofMillis(500));
        news.reached(page(50));
        clock.forward(Duration.ofMillis(100));
        news.reached(page(50));
        news.ended();

        assertThat(told)
                .containsExactly(
                        new WalkProgress("all", 7, 300, 200, 0, NOON, NOON.plusMillis(1_100), false),
                        new WalkProgress("all", 7, 300, 300, 0, NOON, NOON.plusMillis(1_700), true));
    }

    private static Page page(int products) {
        return new Page("shop.orders", products, new PolicySet(7, Instant.EPOCH, List.of(), Waivers.none()), List.of());
    }

    /** Counts the products of any walk, and can do nothing else. */
    private static Verdicts ofThreeHundred() {
        return (Verdicts) Proxy.newProxyInstance(
                Verdicts.class.getClassLoader(), new Class<?>[] {Verdicts.class}, (self, method, args) -> {
                    if (!method.getName().equals("count")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return 300L;
                });
    }

    private static WalkProgresses keepingIn(List<WalkProgress> told) {
        return new WalkProgresses() {
            @Override
            public void keep(WalkProgress progress) {
                told.add(progress);
            }

            @Override
            public List<WalkProgress> all() {
                return told;
            }

            @Override
            public List<String> due() {
                return List.of();
            }

            @Override
            public void trim(Instant before) {
                told.removeIf(progress -> progress.movedAt().isBefore(before));
            }
        };
    }

    /** A clock that is moved by hand. */
    private static final class Hands extends Clock {

        private Instant now = NOON;

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
