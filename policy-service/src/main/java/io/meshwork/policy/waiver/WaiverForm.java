package io.meshwork.policy.waiver;

import io.meshwork.contract.read.value.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a waiver whatever there is in the mesh. */
public final class WaiverForm {

    /** A waiver is reviewed at least once a year. */
    static final Duration LONGEST = Duration.ofDays(366);

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_OWNER = 200;

    private WaiverForm() {}

    /** Everything that is wrong; empty when nothing is. */
    static List<WaiverFault> faults(String waiverId, WaiverDraft draft, Instant now) {
        List<WaiverFault> faults = new ArrayList<>(faults(waiverId, draft.exemption()));
        faults.addAll(faults(draft.startsAt(), draft.endsAt(), now));
        return faults;
    }

    public static List<WaiverFault> faults(String waiverId, Exemption asked) {
        List<WaiverFault> faults = new ArrayList<>();
        check(
                faults,
                Ids.isValid(waiverId),
                "",
                "the id of a waiver is 1 to 63 lower-case letters, digits and hyphens");
        check(
                faults,
                Ids.isValid(asked.policyId()),
                "/policyId",
                "name the policy that it excuses from; `mesh policy list` tells which there are");
        check(
                faults,
                isSubject(asked.subject()),
                "/subject",
                "name a domain, such as cart, or a product, such as cart.carts");
        check(
                faults,
                isText(asked.reason(), SHORTEST_REASON, LONGEST_REASON),
                "/reason",
                "say why in " + SHORTEST_REASON + " to " + LONGEST_REASON + " characters");
        check(
                faults,
                isText(asked.owner(), 1, LONGEST_OWNER),
                "/owner",
                "name the team or address that answers for it, at most " + LONGEST_OWNER + " characters");
        return faults;
    }

    public static List<WaiverFault> faults(@Nullable Instant startsAt, Instant endsAt, Instant now) {
        List<WaiverFault> faults = new ArrayList<>();
        Instant start = startsAt == null || startsAt.isBefore(now) ? now : startsAt;
        check(
                faults,
                !start.isAfter(now.plus(LONGEST)),
                "/startsAt",
                "a waiver begins at most " + LONGEST.toDays() + " days ahead");
        if (!endsAt.isAfter(now)) {
            faults.add(new WaiverFault("/endsAt", "the end has passed; choose one that is yet to come"));
        } else if (!endsAt.isAfter(start)) {
            faults.add(new WaiverFault("/endsAt", "it ends before it begins; choose a later end"));
        } else if (endsAt.isAfter(start.plus(LONGEST))) {
            faults.add(new WaiverFault(
                    "/endsAt",
                    "a waiver lasts at most " + LONGEST.toDays()
                            + " days; choose an earlier end, and extend it when that comes near"));
        }
        return faults;
    }

    private static void check(List<WaiverFault> faults, boolean holds, String pointer, String otherwise) {
        if (!holds) {
            faults.add(new WaiverFault(pointer, otherwise));
        }
    }

    private static boolean isSubject(String subject) {
        int dot = subject.indexOf('.');
        return dot < 0
                ? Ids.isValid(subject)
                : Ids.isValid(subject.substring(0, dot)) && Ids.isValid(subject.substring(dot + 1));
    }

    /** PostgreSQL has no text with a zero character in it. */
    private static boolean isText(String text, int shortest, int longest) {
        return text.length() >= shortest && text.length() <= longest && text.indexOf('\0') < 0;
    }
}
