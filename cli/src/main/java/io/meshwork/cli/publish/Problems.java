package io.meshwork.cli.publish;

import io.meshwork.cli.publish.Decision.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the catalog, or a reader here, found in a document: errors first, and what is wrong in many places told once. */
record Problems(List<Problem> all) {

    private static final int MANY = 5;
    private static final int PLACES = 3;

    Problems {
        all = Stream.concat(all.stream().filter(Problem::isError), all.stream().filter(one -> !one.isError()))
                .toList();
    }

    static Problems of(List<io.meshwork.contract.read.Problem> found) {
        return new Problems(found.stream().map(Problem::of).toList());
    }

    boolean hasErrors() {
        return errors() > 0;
    }

    /** So that what stands above the list is out of sight at its end. */
    boolean isLong() {
        return all.size() > MANY;
    }

    /** As {@code mesh validate} counts them. */
    String count() {
        long warnings = all.size() - errors();
        return number(errors(), "error") + (warnings == 0 ? "" : ", " + number(warnings, "warning"));
    }

    private long errors() {
        return all.stream().filter(Problem::isError).count();
    }

    private static String number(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    List<String> lines(Path file) {
        Map<Problem, List<Problem>> alike = all.stream().collect(Collectors.groupingBy(Problem::anywhere));
        Set<Problem> told = new HashSet<>();
        List<String> lines = new ArrayList<>();
        for (Problem one : all) {
            List<Problem> same = alike.getOrDefault(one.anywhere(), List.of());
            if (same.size() <= MANY) {
                one.text(file, "").lines().forEach(lines::add);
            } else if (told.add(one.anywhere())) {
                one.text(file, elsewhere(same)).lines().forEach(lines::add);
            }
        }
        return lines;
    }

    /** @param same the first of them is told where it is */
    private static String elsewhere(List<Problem> same) {
        return same.stream()
                .skip(1)
                .limit(PLACES)
                .map(Problem::place)
                .collect(Collectors.joining(
                        ", ",
                        " (" + same.size() + " times: also at ",
                        " and " + (same.size() - 1 - PLACES) + " more)"));
    }
}
