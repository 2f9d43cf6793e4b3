package io.meshwork.notifier.feed;

import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.product.Finding;
import io.meshwork.notifier.product.VersionMoved;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** What consumers are told of the lives of versions they use. */
public final class VersionNews {

    private VersionNews() {}

    public static News of(VersionMoved moved) {
        return switch (moved.change()) {
            case "deprecated" ->
                News.of(
                                Kind.VERSION_DEPRECATED,
                                Severity.WARNING,
                                moved.ref() + " is deprecated" + until(moved) + instead(moved))
                        .because(findings(moved))
                        .advising("Move, then acknowledge: mesh ack "
                                + moved.ref().productId() + "@" + moved.ref().version() + " --as <consumer>");
            case "acknowledged" ->
                News.of(
                        Kind.VERSION_ACKNOWLEDGED,
                        Severity.INFO,
                        moved.consumer() + " has moved away from " + moved.ref() + stillWaiting(moved));
            case "retired" ->
                News.of(Kind.VERSION_RETIRED, Severity.WARNING, moved.ref() + " is retired" + instead(moved))
                        .because(findings(moved));
            default -> News.of(Kind.VERSION_DEPRECATED, Severity.INFO, moved.ref() + " is now " + moved.change());
        };
    }

    private static String until(VersionMoved moved) {
        return moved.sunset() == null ? "" : " and ends on " + LocalDate.ofInstant(moved.sunset(), ZoneOffset.UTC);
    }

    private static String instead(VersionMoved moved) {
        return moved.successor() == null ? "" : ", use " + moved.successor();
    }

    private static String stillWaiting(VersionMoved moved) {
        return moved.waitingFor().isEmpty()
                ? ", nobody is left on it"
                : ", still on it: " + String.join(", ", moved.waitingFor());
    }

    private static List<Finding> findings(VersionMoved moved) {
        return Stream.concat(
                        Stream.of(new Finding("", moved.reason(), null)),
                        moved.waitingFor().stream().map(name -> new Finding("", name + " has not acknowledged", null)))
                .toList();
    }
}
