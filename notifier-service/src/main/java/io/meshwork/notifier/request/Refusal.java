package io.meshwork.notifier.request;

import io.meshwork.notifier.subscription.SubscriptionFault;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Why a request comes to nothing.
 *
 * @param about what it was about, incident or silence
 * @param reason what is wrong and how to mend it
 * @param faults single findings in what was asked for; empty when it is not the words that are wrong
 */
public record Refusal(String about, Kind kind, String reason, List<SubscriptionFault> faults) {

    /** Reasons for programs. */
    public enum Kind {
        INVALID,
        DENIED,
        UNKNOWN,
        /** There is another one of this id. */
        EXISTS,
        OVER
    }

    public Refusal {
        faults = List.copyOf(faults);
    }

    public static Refusal of(String about, Kind kind, String reason) {
        return new Refusal(about, kind, reason, List.of());
    }

    public static Refusal invalid(String about, String id, List<SubscriptionFault> faults) {
        var reason = faults.stream()
                .map(fault -> fault.pointer() + ": " + fault.message())
                .collect(Collectors.joining("\n", about + (id.isEmpty() ? ": " : " '" + id + "': "), ""));
        return new Refusal(about, Kind.INVALID, reason, faults);
    }

    /** Such as {@code silence.unknown}. */
    public String code() {
        return about + "." + kind.name().toLowerCase(Locale.ROOT);
    }
}
