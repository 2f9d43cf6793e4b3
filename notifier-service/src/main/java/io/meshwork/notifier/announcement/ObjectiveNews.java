package io.meshwork.notifier.announcement;

import static java.util.stream.Collectors.toSet;

import io.meshwork.notifier.alert.Alerts;
import io.meshwork.notifier.alert.Signals;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Particulars;
import io.meshwork.notifier.notification.Publications;
import io.meshwork.notifier.objective.ObjectiveChanged;
import io.meshwork.notifier.objective.Told;
import io.meshwork.notifier.objective.ToldObjectives;
import io.meshwork.notifier.product.KnownProduct;
import io.meshwork.notifier.product.KnownProducts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells of objectives in trouble, and when that is over; runs inside the transaction of their batch. */
public final class ObjectiveNews {

    private final KnownProducts products;
    private final ToldObjectives told;
    private final Announcer announcer;

    public ObjectiveNews(KnownProducts products, ToldObjectives told, Announcer announcer) {
        this.products = products;
        this.told = told;
        this.announcer = announcer;
    }

    public void changed(List<Reported<ObjectiveChanged>> reports, Publications out) {
        var standing =
                told.lock(reports.stream().map(report -> report.fact().id()).collect(toSet()));
        var known = products.newest(
                reports.stream().map(report -> report.fact().id().productId()).collect(toSet()));
        var occurrences = new ArrayList<Occurrence>();
        for (var report : reports) {
            var before = standing.getOrDefault(report.fact().id(), Told.NOTHING);
            if (before.isPast(report.fact())) {
                continue;
            }
            standing.put(report.fact().id(), before.after(report.fact()));
            if (before.isNews(report.fact())) {
                occurrences.add(occurrence(report, before, known));
            }
        }
        told.store(standing);
        announcer.announce(occurrences, out);
    }

    /** Those who use the product hear of it, too. */
    private static Occurrence occurrence(
            Reported<ObjectiveChanged> report, Told before, Map<String, KnownProduct> known) {
        var fact = report.fact();
        var product = known.get(fact.id().productId());
        var about = product == null
                ? About.unknown(fact.id().productId(), fact.version())
                : About.product(product).at(fact.version());
        var news = Alerts.of(fact, before);
        return new Occurrence(report.origin(), about, fact.changedAt(), news, news)
                .with(Particulars.cameTo(fact.status()))
                .signalling(Signals.of(fact));
    }
}
