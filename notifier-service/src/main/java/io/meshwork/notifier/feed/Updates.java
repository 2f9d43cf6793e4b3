package io.meshwork.notifier.feed;

import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.product.Judged;
import io.meshwork.notifier.product.Listed;
import io.meshwork.notifier.product.Published;
import io.meshwork.notifier.product.Scored;
import io.meshwork.notifier.product.Standing;
import io.meshwork.notifier.product.VersionFact;
import java.util.Optional;

/** What the consumers of a product are told: whatever differs from what they knew. */
public final class Updates {

    private Updates() {}

    public static Optional<News> of(VersionFact fact, Standing before) {
        if (!before.isNewToConsumers(fact)) {
            return Optional.empty();
        }
        var news = switch (fact) {
            case Judged judged -> compliance(judged);
            case Scored scored -> quality(scored);
            case Listed listed -> listing(listed);
        };
        return Optional.of(news.because(fact.findings()));
    }

    public static News of(Published published) {
        var product = published.product();
        var title = product.title() == null ? "" : " (" + product.title() + ")";
        var since = published.previous() == null ? " for the first time" : ", after " + published.previous();
        var breaking = published.breaking().size();
        var warning = breaking == 0
                ? ""
                : breaking == 1 ? ", with a breaking change" : ", with " + breaking + " breaking changes";
        return News.of(
                        Kind.PUBLISHED,
                        breaking == 0 ? Severity.INFO : Severity.WARNING,
                        product.ref() + title + " was published" + since + warning)
                .because(published.breaking());
    }

    public static News gone(String productId) {
        return News.of(Kind.LISTING_CHANGED, Severity.WARNING, productId + " is no longer listed");
    }

    private static News compliance(Judged judged) {
        var verdict = switch (judged.verdict()) {
            case "compliant" -> " complies with all " + judged.policies() + " policies";
            case "warnings" ->
                judged.blocksAt() == null
                        ? " complies, with warnings"
                        : " complies no longer, and will be blocked from " + judged.blocksAt();
            case "violated" -> " violates mandatory policies";
            default -> " was judged " + judged.verdict();
        };
        return News.of(Kind.COMPLIANCE_CHANGED, severityOf(judged.verdict()), judged.ref() + verdict);
    }

    private static News quality(Scored scored) {
        var percent = scored.percent() == null ? "" : " at " + scored.percent() + " %";
        var status = switch (scored.status()) {
            case "passed" -> " passed its quality checks" + percent;
            case "failed" -> " failed its quality checks" + percent;
            case "not_checked" ->
                " was not checked for quality" + (scored.reason() == null ? "" : ": " + scored.reason());
            default -> " has quality status " + scored.status() + percent;
        };
        return News.of(Kind.QUALITY_CHANGED, severityOf(scored.status()), scored.ref() + status);
    }

    private static News listing(Listed listed) {
        var state = switch (listed.listing()) {
            case "listed" -> " is listed";
            case "listed_with_warnings" -> " is listed, with warnings";
            case "blocked" -> " is blocked";
            default -> " is now " + listed.listing();
        };
        return News.of(Kind.LISTING_CHANGED, severityOf(listed.listing()), listed.ref() + state);
    }

    private static Severity severityOf(String state) {
        return switch (state) {
            case "violated", "blocked" -> Severity.CRITICAL;
            case "warnings", "failed", "listed_with_warnings" -> Severity.WARNING;
            default -> Severity.INFO;
        };
    }
}
