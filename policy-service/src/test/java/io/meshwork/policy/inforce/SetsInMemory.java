package io.meshwork.policy.inforce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Revisions of the set for tests without a database. */
public final class SetsInMemory implements SetRevisions {

    private final List<SetRevision> all = new ArrayList<>(List.of(new SetRevision(0, Instant.EPOCH)));

    @Override
    public SetRevision lockForChange() {
        return current();
    }

    @Override
    public SetRevision lockForJudging() {
        return current();
    }

    @Override
    public SetRevision current() {
        return all.getLast();
    }

    @Override
    public Optional<SetRevision> find(long number) {
        return all.stream().filter(set -> set.number() == number).findFirst();
    }

    @Override
    public void add(SetRevision next) {
        all.add(next);
    }
}
