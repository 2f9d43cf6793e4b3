package io.meshwork.notifier.announcement;

import static java.util.stream.Collectors.toSet;

import io.meshwork.notifier.alert.Alerts;
import io.meshwork.notifier.alert.Signals;
import io.meshwork.notifier.alert.WaiverEnding;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.notification.Publications;
import io.meshwork.notifier.product.KnownProduct;
import io.meshwork.notifier.product.KnownProducts;
import java.util.List;
import java.util.Map;

/** Reminds of waivers that end; runs inside the transaction of their batch. */
public final class WaiverReminders {

    private final KnownProducts products;
    private final Announcer announcer;

    /** @param subject a product, {@code domain.name}, or a domain */
    public record WaiverSettled(String waiverId, String subject) {}

    public WaiverReminders(KnownProducts products, Announcer announcer) {
        this.products = products;
        this.announcer = announcer;
    }

    public void ending(List<Reported<WaiverEnding>> reports, Publications out) {
        var known = products.newest(
                reports.stream().map(report -> report.fact().subject()).collect(toSet()));
        announcer.announce(
                reports.stream().map(report -> occurrence(report, known)).toList(), out);
    }

    /** @param reports ids of waivers that need no reminder any more, with what they are for */
    public void settled(List<Reported<WaiverSettled>> reports, Publications out) {
        announcer.announce(
                reports.stream()
                        .map(report -> new Occurrence(
                                        report.origin(),
                                        about(report.fact().subject()),
                                        report.origin().time(),
                                        null,
                                        null)
                                .signalling(Signals.waiverSettled(report.fact().waiverId())))
                        .toList(),
                out);
    }

    private static About about(String subject) {
        return subject.indexOf('.') < 0 ? About.domain(subject, null) : About.unknown(subject, null);
    }

    /** Those who use a product hear of it, too; a domain has no feed of its own. */
    private static Occurrence occurrence(Reported<WaiverEnding> report, Map<String, KnownProduct> known) {
        var fact = report.fact();
        var news = Alerts.of(fact);
        var signal = Signals.of(fact);
        if (!fact.isOfProduct()) {
            var about = About.domain(fact.subject(), fact.owner());
            return Occurrence.alert(report.origin(), about, fact.decidedAt(), news)
                    .signalling(signal);
        }
        var product = known.get(fact.subject());
        var about = product == null
                ? About.unknown(fact.subject(), null)
                : About.product(product).at(null);
        return new Occurrence(report.origin(), about, fact.decidedAt(), news, news).signalling(signal);
    }
}
