package io.meshwork.notifier.announcement;

import io.meshwork.messaging.Identity;
import io.meshwork.notifier.alert.Alerts;
import io.meshwork.notifier.alert.Signals;
import io.meshwork.notifier.alert.UndecidedRule;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.notification.Publications;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells of rules that cannot be decided, each once per revision of its policy, whatever number of products it meets. */
public final class UndecidedRules {

    private final Announcer announcer;

    public UndecidedRules(Announcer announcer) {
        this.announcer = announcer;
    }

    public void met(List<Reported<UndecidedRule>> reports, Publications out) {
        Map<UUID, Occurrence> first = new LinkedHashMap<>();
        for (var report : reports) {
            var rule = report.fact();
            UUID id = Identity.of("rule undecided", rule.policyId(), rule.policyRevision(), rule.rule());
            var origin = new Origin(id, report.origin().time(), report.origin().cause());
            first.putIfAbsent(
                    id,
                    Occurrence.alert(origin, About.PLATFORM, rule.decidedAt(), Alerts.of(rule))
                            .signalling(Signals.of(rule)));
        }
        announcer.announce(List.copyOf(first.values()), out);
    }
}
