package io.meshwork.catalog.product;

import io.meshwork.catalog.product.Outcome.Changed;
import io.meshwork.catalog.product.Outcome.Rejected;
import io.meshwork.catalog.product.Outcome.Unchanged;
import io.meshwork.catalog.product.VersionCommand.Acknowledge;
import io.meshwork.catalog.product.VersionCommand.Deprecate;
import io.meshwork.catalog.product.VersionLife.Stage;
import io.meshwork.contract.read.Problem;
import io.meshwork.messaging.Cause;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The life of published versions after their publication. A version that a breaking one replaces stays beside it until its
 * consumers have moved or its sunset comes; an owner can deprecate the latest version too; a contract that ends retires it.
 */
public final class Lifecycles {

    private static final String CONTRACT_ENDED = "Its contract has ended.";

    private final ProductStore store;
    private final Clock clock;

    public Lifecycles(ProductStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** On a locked product. */
    void decide(VersionCommand command, Announcements announcements) {
        Instant now = clock.instant();
        Request request = command.request();
        Outcome outcome = moving(request.productId(), request.caller().name(), request.cause(), announcements, now)
                .map(product -> decide(command, product))
                .orElseGet(() -> rejected(request, null, Problems.unknownProduct(request.productId())));
        if (outcome instanceof Rejected rejected) {
            announcements.rejected(rejected, now);
        }
        store.decided(List.of(DecidedSubmission.of(outcome, now)));
    }

    private Outcome decide(VersionCommand command, Moving product) {
        Long expected = command.request().expectedRevision();
        if (expected != null && expected != product.revision()) {
            return rejected(command.request(), null, Problems.revisionMismatch(expected, product.revision()));
        }
        Outcome outcome = switch (command) {
            case Deprecate deprecate -> deprecate(deprecate, product);
            case Acknowledge acknowledge -> acknowledge(acknowledge, product);
        };
        product.store(store);
        return outcome;
    }

    private Outcome deprecate(Deprecate asked, Moving product) {
        String version = asked.version() == null ? product.latest() : asked.version();
        Optional<VersionLife> life = product.lives().of(version);
        boolean listed = life.map(VersionLife::isDeprecated).orElse(version.equals(product.latest()));
        if (!listed) {
            return rejected(
                    asked.request(),
                    version,
                    Problems.notListed(new VersionId(product.productId(), version), listed(product)));
        }
        if (!asked.sunset().isAfter(product.now())) {
            return rejected(asked.request(), version, Problems.sunsetPassed(asked.sunset()));
        }
        if (life.filter(known -> says(known, asked)).isPresent()) {
            return new Unchanged(asked.request(), version, List.of(), product.revision());
        }
        List<AffectedConsumer> consumers = life.map(VersionLife::consumers).orElseGet(() -> consumersOfLatest(product));
        product.deprecate(
                VersionLife.deprecated(
                        version, asked.reason(), asked.successor(), asked.sunset(), consumers, product.now()),
                asked.sunset());
        return new Changed(asked.request(), version, product.revision());
    }

    private static boolean says(VersionLife life, Deprecate asked) {
        return life.reason().equals(asked.reason())
                && Objects.equals(life.successor(), asked.successor())
                && asked.sunset().equals(life.sunset());
    }

    private static List<String> listed(Moving product) {
        Stream<String> latest = product.lives()
                        .of(product.latest())
                        .filter(life -> life.stage() == Stage.RETIRED)
                        .isPresent()
                ? Stream.empty()
                : Stream.of(product.latest());
        return Stream.concat(latest, product.lives().deprecated().stream().map(VersionLife::version))
                .distinct()
                .toList();
    }

    private List<AffectedConsumer> consumersOfLatest(Moving product) {
        VersionId latest = new VersionId(product.productId(), product.latest());
        return Optional.ofNullable(store.states(List.of(latest)).get(product.productId()))
                .map(ProductState::latest)
                .map(known -> VersionLife.affected(known.product().consumers()))
                .orElse(List.of());
    }

    private static Outcome acknowledge(Acknowledge asked, Moving product) {
        List<VersionLife> waiting = product.lives().deprecated().stream()
                .filter(life -> asked.version() == null || life.version().equals(asked.version()))
                .toList();
        if (waiting.isEmpty()) {
            return rejected(asked.request(), asked.version(), Problems.nothingToAcknowledge(product.productId()));
        }
        if (waiting.size() > 1) {
            List<String> versions = waiting.stream().map(VersionLife::version).toList();
            return rejected(asked.request(), null, Problems.severalVersions(versions));
        }
        return acknowledge(asked, waiting.getFirst(), product);
    }

    private static Outcome acknowledge(Acknowledge asked, VersionLife life, Moving product) {
        Optional<AffectedConsumer> consumer = life.consumer(asked.consumer());
        if (consumer.isEmpty()) {
            return rejected(asked.request(), life.version(), Problems.notAConsumer(asked.consumer(), life));
        }
        if (consumer.get().hasAcknowledged()) {
            return new Unchanged(asked.request(), life.version(), List.of(), product.revision());
        }
        product.acknowledge(life, asked.consumer(), asked.request().caller().name());
        return new Changed(asked.request(), life.version(), product.revision());
    }

    private static Rejected rejected(Request request, @Nullable String version, Problem problem) {
        return Rejected.of(request, version, List.of(problem));
    }

    /** The sunset of a version has come; one that was put off meanwhile, or that has moved on, stays as it is. */
    public void sunset(VersionId version, Cause cause, Announcements announcements) {
        whenDue(
                version,
                cause,
                announcements,
                product -> product.lives()
                        .of(version.version())
                        .filter(life -> life.isDeprecated()
                                && life.sunset() != null
                                && !life.sunset().isAfter(product.now()))
                        .ifPresent(life -> product.retire(life, "Its sunset has come.")));
    }

    /** The last day of a version's contract is over; nothing happens when the version is not listed any more. */
    public void contractEnded(VersionId version, Cause cause, Announcements announcements) {
        whenDue(version, cause, announcements, product -> {
            Optional<VersionLife> known = product.lives().of(version.version());
            if (known.isPresent()) {
                known.filter(VersionLife::isDeprecated).ifPresent(life -> product.retire(life, CONTRACT_ENDED));
            } else if (version.version().equals(product.latest())) {
                product.retire(
                        VersionLife.deprecated(
                                version.version(),
                                CONTRACT_ENDED,
                                null,
                                product.now(),
                                consumersOfLatest(product),
                                product.now()),
                        CONTRACT_ENDED);
            }
        });
    }

    private void whenDue(VersionId version, Cause cause, Announcements announcements, Consumer<Moving> work) {
        store.lock(List.of(version.productId()));
        moving(version.productId(), null, cause, announcements, clock.instant()).ifPresent(product -> {
            work.accept(product);
            product.store(store);
        });
    }

    private Optional<Moving> moving(
            String productId, @Nullable String principal, Cause cause, Announcements announcements, Instant now) {
        return store.judged(List.of(productId)).stream()
                .findFirst()
                .map(product -> new Moving(product, principal, cause, announcements, now));
    }
}
