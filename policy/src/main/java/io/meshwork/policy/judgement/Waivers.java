package io.meshwork.policy.judgement;

import io.meshwork.policy.judgement.Violation.Waived;
import io.meshwork.policy.model.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The waivers of one moment. Immutable. */
public final class Waivers {

    private static final Comparator<Waiver> LAST_TO_END =
            Comparator.comparing(Waiver::until).thenComparing(Waiver::id);

    private final Map<String, List<Waiver>> bySubject = new HashMap<>();

    /** @param all that are in force or will be; those of the past do no harm */
    public Waivers(List<Waiver> all, Instant asOf) {
        all.stream()
                .filter(waiver -> waiver.holdsAt(asOf))
                .sorted(LAST_TO_END.reversed())
                .forEach(waiver -> bySubject
                        .computeIfAbsent(waiver.subject(), subject -> new ArrayList<>())
                        .add(waiver));
    }

    public static Waivers none() {
        return new Waivers(List.of(), Instant.EPOCH);
    }

    List<Violation> excuse(String productId, List<Violation> violations) {
        if (bySubject.isEmpty()) {
            return violations;
        }
        List<Waiver> own = new ArrayList<>(bySubject.getOrDefault(productId, List.of()));
        own.addAll(bySubject.getOrDefault(Scope.domainOf(productId), List.of()));
        return own.isEmpty()
                ? violations
                : violations.stream().map(violation -> excuse(own, violation)).toList();
    }

    private static Violation excuse(List<Waiver> waivers, Violation violation) {
        return waivers.stream()
                .filter(waiver -> waiver.excuses(violation))
                .findFirst()
                .map(waiver -> violation.waivedBy(new Waived(waiver.id(), waiver.approver(), waiver.until())))
                .orElse(violation);
    }
}
