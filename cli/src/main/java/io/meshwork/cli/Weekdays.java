package io.meshwork.cli;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Weekdays as people write them; what is none is left for the service to tell. */
public final class Weekdays {

    private static final List<String> WEEK = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private Weekdays() {}

    /** {@code sat}, or a range: {@code fri-mon} goes over the weekend. */
    public static Stream<String> of(String word) {
        var ends = word.split("-", -1);
        int first = WEEK.indexOf(ends[0]);
        int last = ends.length == 2 ? WEEK.indexOf(ends[1]) : -1;
        if (first < 0 || last < 0) {
            return Stream.of(word);
        }
        int days = Math.floorMod(last - first, WEEK.size()) + 1;
        return IntStream.range(0, days).mapToObj(day -> WEEK.get((first + day) % WEEK.size()));
    }
}
