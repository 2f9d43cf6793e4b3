package io.meshwork.notifier.announcement;

import static java.util.stream.Collectors.toSet;

import io.meshwork.notifier.alert.Alerts;
import io.meshwork.notifier.alert.Signals;
import io.meshwork.notifier.feed.Updates;
import io.meshwork.notifier.feed.VersionNews;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Particulars;
import io.meshwork.notifier.notification.Publications;
import io.meshwork.notifier.product.Aspect;
import io.meshwork.notifier.product.Judged;
import io.meshwork.notifier.product.KnownProduct;
import io.meshwork.notifier.product.KnownProducts;
import io.meshwork.notifier.product.Listed;
import io.meshwork.notifier.product.ProductVersion;
import io.meshwork.notifier.product.Published;
import io.meshwork.notifier.product.Rejected;
import io.meshwork.notifier.product.Scored;
import io.meshwork.notifier.product.Standing;
import io.meshwork.notifier.product.Standings;
import io.meshwork.notifier.product.VersionFact;
import io.meshwork.notifier.product.VersionMoved;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the news in the facts about products; runs inside the transaction of their batch. */
public final class ProductNews {

    private static final BinaryOperator<KnownProduct> NEWEST =
            BinaryOperator.maxBy(Comparator.comparingLong(KnownProduct::revision));

    private final KnownProducts products;
    private final Standings standings;
    private final Announcer announcer;

    public ProductNews(KnownProducts products, Standings standings, Announcer announcer) {
        this.products = products;
        this.standings = standings;
        this.announcer = announcer;
    }

    public void published(List<Reported<Published>> reports, Publications out) {
        var newest = reports.stream()
                .map(report -> report.fact().product())
                .collect(Collectors.toMap(KnownProduct::ref, product -> product, NEWEST));
        var fresh = products.remember(newest.values());
        standings.clear(
                Aspect.SUBMISSION, fresh.stream().map(ProductVersion::productId).collect(toSet()));
        announcer.announce(
                reports.stream()
                        .filter(report -> fresh.remove(report.fact().product().ref()))
                        .map(ProductNews::occurrence)
                        .toList(),
                out);
    }

    public void rejected(List<Reported<Rejected>> reports, Publications out) {
        var known = products.newest(
                reports.stream().map(report -> report.fact().productId()).collect(toSet()));
        var standing = standings.lock(
                Aspect.SUBMISSION,
                reports.stream().map(report -> report.fact().ref()).collect(toSet()));
        var occurrences = reports.stream()
                .filter(report -> !report.fact().isLostRace())
                .filter(report -> isNew(report.fact(), standing))
                .map(report -> occurrence(report, known))
                .toList();
        standings.store(Aspect.SUBMISSION, standing);
        announcer.announce(occurrences, out);
    }

    public void moved(List<Reported<VersionMoved>> reports, Publications out) {
        var known = products.newest(
                reports.stream().map(report -> report.fact().ref().productId()).collect(toSet()));
        announcer.announce(
                reports.stream()
                        .map(report -> occurrence(report, known, VersionNews.of(report.fact())))
                        .toList(),
                out);
    }

    /** @param reports products whose listing is gone, by product id */
    public void gone(List<Reported<String>> reports, Publications out) {
        var forgotten = products.forget(reports.stream().map(Reported::fact).collect(toSet()));
        announcer.announce(
                reports.stream()
                        .flatMap(report -> Stream.ofNullable(forgotten.remove(report.fact()))
                                .map(product -> gone(report, product)))
                        .toList(),
                out);
    }

    /** @return versions not published yet; facts about them were left alone and are to be told again when they are */
    public Set<ProductVersion> changed(
            Aspect aspect, List<? extends Reported<? extends VersionFact>> reports, Publications out) {
        var heard = reports.stream().map(report -> report.fact().ref()).collect(toSet());
        var known = products.find(heard);
        heard.removeAll(known.keySet());
        if (known.isEmpty()) {
            return heard;
        }
        var standing = standings.lock(aspect, known.keySet());
        var occurrences = new ArrayList<Occurrence>();
        for (var report : reports) {
            var product = known.get(report.fact().ref());
            if (product != null) {
                occurrences.addAll(advance(report, product, standing));
            }
        }
        standings.store(aspect, standing);
        announcer.announce(occurrences, out);
        return heard;
    }

    private static boolean isNew(Rejected rejected, Map<ProductVersion, Standing> standing) {
        var before = standing.getOrDefault(rejected.ref(), Standing.NONE);
        boolean isNew = rejected.isNews(before);
        if (isNew) {
            standing.put(rejected.ref(), rejected.told(before));
        }
        return isNew;
    }

    private static List<Occurrence> advance(
            Reported<? extends VersionFact> report, KnownProduct product, Map<ProductVersion, Standing> standing) {
        var fact = report.fact();
        var before = standing.getOrDefault(fact.ref(), Standing.NONE);
        if (before.isPast(fact)) {
            return List.of();
        }
        standing.put(fact.ref(), before.after(fact));
        var update = Updates.of(fact, before).orElse(null);
        var alert = Alerts.of(fact, before).orElse(null);
        return update == null && alert == null
                ? List.of()
                : List.of(new Occurrence(report.origin(), About.product(product), fact.decidedAt(), update, alert)
                        .with(particulars(fact))
                        .signalling(Signals.of(fact, product)));
    }

    private static Particulars particulars(VersionFact fact) {
        return switch (fact) {
            case Judged judged -> Particulars.cameTo(judged.verdict());
            case Scored scored -> Particulars.scored(scored.status(), scored.score());
            case Listed listed -> Particulars.cameTo(listed.listing());
        };
    }

    private static Occurrence occurrence(Reported<Published> report) {
        var fact = report.fact();
        return Occurrence.update(report.origin(), About.product(fact.product()), fact.decidedAt(), Updates.of(fact))
                .with(Particulars.changed(fact.changedFields(), !fact.breaking().isEmpty()))
                .signalling(Signals.published());
    }

    private static Occurrence occurrence(Reported<Rejected> report, Map<String, KnownProduct> known) {
        var fact = report.fact();
        var product = known.get(fact.productId());
        var about = product == null
                ? About.unknown(fact.productId(), fact.version())
                : About.product(product).at(fact.version());
        return Occurrence.alert(report.origin(), about, fact.decidedAt(), Alerts.of(fact))
                .signalling(Signals.rejected());
    }

    private static Occurrence occurrence(Reported<VersionMoved> report, Map<String, KnownProduct> known, News update) {
        var ref = report.fact().ref();
        var product = known.get(ref.productId());
        var about = product == null
                ? About.unknown(ref.productId(), ref.version())
                : About.product(product).at(ref.version());
        return Occurrence.update(report.origin(), about, report.fact().decidedAt(), update)
                .with(Particulars.cameTo(report.fact().change()))
                .signalling(report.fact().isRetired() ? Signals.retired() : null);
    }

    private static Occurrence gone(Reported<String> report, KnownProduct product) {
        return Occurrence.update(
                        report.origin(),
                        About.product(product).at(null),
                        report.origin().time(),
                        Updates.gone(report.fact()))
                .signalling(Signals.gone());
    }
}
