package io.meshwork.catalog.discovery;

import static io.meshwork.catalog.discovery.Entries.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.catalog.discovery.Position.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the index comes to be where the tables are. */
class FollowerTest {

    private final ScriptedChanges changes = new ScriptedChanges();
    private final RememberingIndex index = new RememberingIndex();
    private final Follower follower = new Follower(
            changes, index, Duration.ofSeconds(10), Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC));

    @Test
    void readsAllProductsFirst() {
        changes.at("10:10:").page("5", "a.one").lastPage("a.two");

        while (follower.step()) {
            assertThat(index.position).hasValue(building("10:10:", "5", "a.one"));
        }

        assertThat(index.found).containsExactly("a.one", "a.two");
        assertThat(index.position).hasValue(at("10:10:"));
        assertThat(index.events).containsExactly("rebuild", "apply", "publish", "commit", "apply", "publish", "commit");
    }

    @Test
    void readsOnlyWhatWasNotSeenBefore() {
        index.position = Optional.of(at("10:12:11"));
        changes.at("15:15:").lastPage("a.late");

        follower.step();

        assertThat(changes.asked).containsExactly("10:12:11 to 15:15: after 10/");
        assertThat(index.position).hasValue(at("15:15:"));
    }

    @Test
    void asksForNothingWhenNothingHappened() {
        index.position = Optional.of(at("10:10:"));
        changes.at("10:10:");

        assertThat(follower.step()).isFalse();

        assertThat(changes.asked).isEmpty();
        assertThat(index.events).isEmpty();
    }

    @Test
    void goesOnInTheMiddleOfAWindow() {
        index.position = Optional.of(building("10:10:", "5", "a.one"));
        changes.at("30:30:").lastPage("a.two");

        follower.step();

        assertThat(changes.asked).containsExactly("1:1: to 10:10: after 5/a.one");
        assertThat(index.position).hasValue(at("10:10:"));
    }

    @Test
    void beginsAnewWhenTheTablesAreOthers() {
        index.position = Optional.of(new Position("before the restore", new Snapshot("10:10:"), null));
        changes.at("15:15:").lastPage("a.one");

        follower.step();

        assertThat(index.events).startsWith("rebuild");
        assertThat(index.position).hasValue(at("15:15:"));
    }

    @Test
    void beginsAnewWhenTheTablesHaveGoneBack() {
        index.position = Optional.of(at("90:95:"));
        changes.at("15:15:").lastPage("a.one");

        follower.step();

        assertThat(index.events).startsWith("rebuild");
        assertThat(index.position).hasValue(at("15:15:"));
    }

    @Test
    void repeatsAStepThatFailed() {
        index.position = Optional.of(at("10:10:"));
        changes.at("15:15:").failingOnce().lastPage("a.one");

        assertThatThrownBy(follower::step).hasMessage("database down");
        assertThat(index.position).hasValue(at("10:10:"));
        follower.step();

        assertThat(index.found).containsExactly("a.one");
        assertThat(index.position).hasValue(at("15:15:"));
    }

    private static Position at(String seen) {
        return new Position("mesh", new Snapshot(seen), null);
    }

    private static Position building(String to, String change, String id) {
        return new Position("mesh", Snapshot.ORIGIN, new Window(new Snapshot(to), change, id));
    }

    private static final class ScriptedChanges implements Changes {
        final List<String> asked = new ArrayList<>();
        private final List<Page> pages = new ArrayList<>();
        private Snapshot snapshot;
        private boolean failing;

        ScriptedChanges at(String now) {
            snapshot = new Snapshot(now);
            return this;
        }

        ScriptedChanges failingOnce() {
            failing = true;
            return this;
        }

        ScriptedChanges page(String change, String id) {
            pages.add(new Page(List.of(product(id).entry()), new Window(snapshot, change, id)));
            return this;
        }

        ScriptedChanges lastPage(String id) {
            pages.add(new Page(List.of(product(id).entry()), null));
            return this;
        }

        @Override
        public Tables now() {
            return new Tables("mesh", snapshot);
        }

        @Override
        public Page read(Snapshot seen, Window window, int limit) {
            if (failing) {
                failing = false;
                throw new IllegalStateException("database down");
            }
            asked.add(seen.text() + " to " + window.to().text() + " after " + window.change() + "/" + window.id());
            return pages.removeFirst();
        }
    }

    private static final class RememberingIndex implements ProductIndex {
        Optional<Position> position = Optional.empty();
        final List<String> found = new ArrayList<>();
        final List<String> events = new ArrayList<>();

        @Override
        public void open() {}

        @Override
        public Optional<Position> position() {
            return position;
        }

        @Override
        public void rebuild(Position start) {
            events.add("rebuild");
            position = Optional.of(start);
        }

        @Override
        public void apply(List<Entry> products, Position reached) {
            events.add("apply");
            products.forEach(product -> found.add(product.id()));
            position = Optional.of(reached);
        }

        @Override
        public void publish() {
            events.add("publish");
        }

        @Override
        public void commit() {
            events.add("commit");
        }

        @Override
        public int size() {
            return found.size();
        }
    }
}
