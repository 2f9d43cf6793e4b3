package io.meshwork.notifier.feed;

import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.product.CurrentProduct;

/** How a product stands, for who begins to follow it. */
public final class CurrentNews {

    private CurrentNews() {}

    public static News of(CurrentProduct product) {
        var title = product.title() == null ? "" : " (" + product.title() + ")";
        return News.of(
                        Kind.CURRENT,
                        severity(product.state()),
                        product.ref()
                                + title
                                + state(product.state())
                                + compliance(product.compliance())
                                + quality(product))
                .because(product.findings());
    }

    private static String state(String state) {
        return switch (state) {
            case "pending" -> " waits for its verdicts";
            case "listed_with_warnings" -> " is listed with warnings";
            default -> " is " + state;
        };
    }

    private static String compliance(String compliance) {
        return switch (compliance) {
            case "unknown" -> "";
            case "compliant" -> ", complies with its policies";
            case "warnings" -> ", complies with warnings";
            case "violated" -> ", violates mandatory policies";
            default -> ", compliance " + compliance;
        };
    }

    private static String quality(CurrentProduct product) {
        var percent = product.percent() == null ? "" : " at " + product.percent() + " %";
        return switch (product.quality()) {
            case "unknown" -> "";
            case "passed" -> ", passed its quality checks" + percent;
            case "failed" -> ", failed its quality checks" + percent;
            case "not_checked" -> ", not checked for quality";
            default -> ", quality " + product.quality() + percent;
        };
    }

    private static Severity severity(String state) {
        return switch (state) {
            case "blocked" -> Severity.CRITICAL;
            case "listed_with_warnings" -> Severity.WARNING;
            default -> Severity.INFO;
        };
    }
}
