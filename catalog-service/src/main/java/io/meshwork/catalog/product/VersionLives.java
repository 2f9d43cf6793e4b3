package io.meshwork.catalog.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The versions of a product that have a life beside the latest, and the latest itself when it will not stay. */
public record VersionLives(List<VersionLife> all) {

    public static final VersionLives NONE = new VersionLives(List.of());

    public VersionLives {
        all = List.copyOf(all);
    }

    public Optional<VersionLife> of(String version) {
        return all.stream().filter(life -> life.version().equals(version)).findFirst();
    }

    /** The life cycle of the latest version: what the contract declares, until it is deprecated or retired. */
    public String lifecycle(String latest, String declared) {
        return of(latest).map(life -> life.stage().text()).orElse(declared);
    }

    /** Those that consumers can still use. */
    public List<VersionLife> deprecated() {
        return all.stream().filter(VersionLife::isDeprecated).toList();
    }

    /** With this one in the place of what was known of its version. What is retired is forgotten, but for the latest version. */
    VersionLives with(VersionLife life, String latest) {
        List<VersionLife> lives = new ArrayList<>(all);
        lives.removeIf(other -> other.version().equals(life.version()));
        lives.add(life);
        return new VersionLives(lives).whenLatestIs(latest);
    }

    /** After another version became the latest. */
    VersionLives whenLatestIs(String latest) {
        return new VersionLives(all.stream()
                .filter(life -> life.isDeprecated() || life.version().equals(latest))
                .toList());
    }
}
