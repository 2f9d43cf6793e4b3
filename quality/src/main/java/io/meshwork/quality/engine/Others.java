package io.meshwork.quality.engine;

import io.meshwork.quality.check.Measure;
import io.meshwork.quality.engine.Ports.Place;
import java.util.Map;

/**
 * Where the data is that a dataset is compared with.
 *
 * @param otherwise why it is not compared with any other, for people
 */
public record Others(Map<Measure.Other, Place> places, String otherwise) {

    public static final Others NONE = none("nobody says where it is");

    public static Others none(String why) {
        return new Others(Map.of(), why);
    }

    public Others {
        places = Map.copyOf(places);
    }

    public Place find(Measure.Other other) {
        Place place = places.get(other);
        return place == null ? new Place.Nowhere(otherwise) : place;
    }

    /** Why a reference whose key repeats itself is none. */
    public static String ambiguous(Measure.Other other) {
        return "`" + other + "` has several rows with the same key, so nobody can say which one is meant";
    }

    /** Without the words of the engine, which may tell of the other data. */
    public static String unreadable(Measure.Other other) {
        return "the data of `" + other + "` cannot be compared with: it cannot be read as its contract says";
    }

    /** Why data of one kind is not compared with that of another. */
    public static String elsewhere(Measure.Other other) {
        return "`" + other + "` is elsewhere: compared are two files, or two tables of one connection";
    }
}
