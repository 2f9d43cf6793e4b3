package io.meshwork.catalog.product;

import io.meshwork.catalog.product.ProductStore.Judged;
import io.meshwork.catalog.product.Standing.Happened.VersionMoved;
import io.meshwork.catalog.product.VersionChanged.Step;
import io.meshwork.messaging.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A locked product while the lives of its versions change: each step is told and counted, then the end of them stored. */
final class Moving {

    private final Judged product;
    private final @Nullable String principal;
    private final Cause cause;
    private final Announcements announcements;
    private final Instant now;
    private final List<Standing> steps = new ArrayList<>();
    private VersionLives lives;
    private long revision;

    /** @param principal who asks for it, null when it is due */
    Moving(Judged product, @Nullable String principal, Cause cause, Announcements announcements, Instant now) {
        this.product = product;
        this.principal = principal;
        this.cause = cause;
        this.announcements = announcements;
        this.now = now;
        this.lives = product.lives();
        this.revision = product.revision();
    }

    String productId() {
        return product.header().id();
    }

    String latest() {
        return product.version();
    }

    VersionLives lives() {
        return lives;
    }

    long revision() {
        return revision;
    }

    Instant now() {
        return now;
    }

    void deprecate(VersionLife life, Instant sunset) {
        move(life, Step.DEPRECATED, null);
        announcements.due(new VersionId(productId(), life.version()), sunset, cause);
    }

    /** When the last consumer has moved, nobody needs the version any more. */
    void acknowledge(VersionLife life, String consumer, String by) {
        VersionLife acknowledged = life.acknowledged(consumer, by, now);
        move(acknowledged, Step.ACKNOWLEDGED, consumer);
        if (acknowledged.everyoneHasMoved()) {
            retire(acknowledged, "All its consumers have moved.");
        }
    }

    void retire(VersionLife life, String why) {
        move(life.retired(why, now), Step.RETIRED, null);
    }

    private void move(VersionLife life, Step step, @Nullable String consumer) {
        lives = lives.with(life, product.version());
        revision++;
        announcements.changed(
                new VersionChanged(product.header(), life, step, consumer, revision, principal, now, cause));
        steps.add(new Standing(
                product.header(),
                product.version(),
                product.listing(),
                revision,
                product.submittedAt(),
                now,
                lives,
                new VersionMoved(step, life, consumer),
                cause));
    }

    void store(ProductStore store) {
        if (!steps.isEmpty()) {
            List<Standing> last = List.of(steps.getLast());
            last.forEach(announcements::listed);
            store.updateListings(last);
            store.remember(steps);
        }
    }
}
