package io.meshwork.notifier.silence;

import io.meshwork.notifier.request.Refusal;
import io.meshwork.notifier.request.Refusal.Kind;
import io.meshwork.notifier.request.Requester;
import io.meshwork.notifier.silence.SilenceForm.Reading.Readable;
import io.meshwork.notifier.silence.SilenceForm.Reading.Unreadable;
import io.meshwork.notifier.subscription.Filter;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of a request for a silence. */
public sealed interface SilenceDecision {

    String SILENCE = "silence";

    /** Takes effect, and is announced. */
    record Changed(Stored stored) implements SilenceDecision {}

    /** It already stands so. */
    record Unchanged(Stored stored) implements SilenceDecision {}

    record Refused(Refusal refusal) implements SilenceDecision {}

    /** @param standing the silence as stored, null when there is none */
    static SilenceDecision of(
            String id, SilenceOrder order, @Nullable Stored standing, Requester requester, Instant now) {
        return switch (order) {
            case SilenceOrder.End() -> end(id, standing, requester, now);
            case SilenceOrder.Put(var form, var onlyNew) -> {
                var present = standing != null && standing.state(now) != SilenceState.ENDED ? standing : null;
                yield switch (form.read(requester.principal(), present == null ? null : present.silence(), now)) {
                    case Unreadable(var faults) -> new Refused(Refusal.invalid(SILENCE, id, faults));
                    case Readable(var wanted) ->
                        onlyNew && present != null && !present.silence().equals(wanted)
                                ? exists(id)
                                : put(wanted, standing, requester, now);
                };
            }
        };
    }

    private static SilenceDecision put(Silence wanted, @Nullable Stored standing, Requester requester, Instant now) {
        var denied = denial(
                Stream.concat(
                        Stream.of(wanted.matches()),
                        Stream.ofNullable(standing)
                                .map(stored -> stored.silence().matches())),
                requester);
        if (denied != null) {
            return denied;
        }
        if (standing != null && standing.active() && standing.silence().equals(wanted)) {
            return new Unchanged(standing);
        }
        long revision = standing == null ? 1 : standing.revision() + 1;
        return new Changed(new Stored(wanted, true, revision, requester.principal(), now));
    }

    private static SilenceDecision end(String id, @Nullable Stored standing, Requester requester, Instant now) {
        if (standing == null) {
            return new Refused(Refusal.of(SILENCE, Kind.UNKNOWN, "there is no silence '" + id + "'"));
        }
        var denied = denial(Stream.of(standing.silence().matches()), requester);
        if (denied != null) {
            return denied;
        }
        return standing.state(now) == SilenceState.ENDED
                ? new Unchanged(standing)
                : new Changed(
                        new Stored(standing.silence(), false, standing.revision() + 1, requester.principal(), now));
    }

    private static SilenceDecision exists(String id) {
        return new Refused(Refusal.of(
                SILENCE,
                Kind.EXISTS,
                "there is a silence '" + id + "' already, and it is another one; choose another id, or change it with"
                        + " PUT"));
    }

    private static @Nullable SilenceDecision denial(Stream<Filter> filters, Requester requester) {
        return filters.flatMap(filter -> SilenceScope.of(filter).stream())
                .distinct()
                .map(domain -> denial(domain, requester))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable SilenceDecision denial(String domain, Requester requester) {
        var reason = requester.denial().apply(domain);
        if (reason == null) {
            return null;
        }
        var advice = domain.equals("*")
                ? "; a team silences what lies in its own domains: name domains, or products such as cart.*"
                : "";
        return new Refused(Refusal.of(SILENCE, Kind.DENIED, reason + advice));
    }
}
