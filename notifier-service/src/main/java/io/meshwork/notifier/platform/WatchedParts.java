package io.meshwork.notifier.platform;

import java.util.Collection;
import java.util.Map;

/** The parts of the platform as they were last seen; used inside a transaction, by one replica at a time. */
public interface WatchedParts {

    Map<String, Watched> all();

    void store(Collection<Watched> parts);
}
