package io.meshwork.notifier.announcement.kafka;

import static io.meshwork.notifier.announcement.kafka.Origins.words;
import static io.meshwork.notifier.announcement.kafka.Origins.wordsOrNull;

import io.meshwork.events.CheckResult;
import io.meshwork.events.QualityScored;
import io.meshwork.notifier.announcement.ProductNews;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.product.Aspect;
import io.meshwork.notifier.product.Finding;
import io.meshwork.notifier.product.ProductVersion;
import io.meshwork.notifier.product.Scored;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

@Component("qualityScored")
class QualityScoredListener extends VersionFactListener<QualityScored> {

    private static final Set<String> BROKEN = Set.of("failed", "error");
    private static final Predicate<CheckResult> FAILS_PRODUCT =
            check -> check.getSeverity().equals("error");

    QualityScoredListener(ProductNews news, Links links) {
        super("quality.scored", QualityScored.class, Aspect.QUALITY, news, links);
    }

    @Override
    public String expectedKey(QualityScored value) {
        return value.getProductId();
    }

    @Override
    Scored fact(QualityScored value) {
        return new Scored(
                new ProductVersion(value.getProductId(), value.getVersion()),
                value.getRunSequence(),
                words(value.getStatus()),
                value.getScore(),
                wordsOrNull(value.getReason()),
                findings(value, FAILS_PRODUCT),
                findings(value, FAILS_PRODUCT.negate()),
                value.getScoredAt());
    }

    private static List<Finding> findings(QualityScored value, Predicate<CheckResult> severity) {
        return value.getChecks().stream()
                .filter(check -> BROKEN.contains(check.getStatus()))
                .filter(severity)
                .map(check -> new Finding(check.getName(), message(check), null))
                .toList();
    }

    private static String message(CheckResult check) {
        if (check.getMessage() != null) {
            return check.getMessage();
        }
        return check.getMeasured() == null
                ? "could not be run on " + check.getDataset()
                : check.getMetric() + " of " + check.getDataset() + " is " + check.getMeasured() + ", must be "
                        + check.getThreshold();
    }
}
