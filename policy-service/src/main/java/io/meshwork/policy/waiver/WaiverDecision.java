package io.meshwork.policy.waiver;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of a request. */
public sealed interface WaiverDecision {

    /**
     * The waiver has a new revision.
     *
     * @param subjects whose products are judged again: its own, and the one of the revision before
     */
    record Granted(WaiverVersion waiver, Set<String> subjects) implements WaiverDecision {

        public Granted {
            subjects = Set.copyOf(subjects);
        }
    }

    /** It is so already. */
    record Unchanged(WaiverVersion waiver) implements WaiverDecision {}

    /** It ends before its time. */
    record Withdrawn(WaiverVersion waiver) implements WaiverDecision {}

    /**
     * @param reason what is wrong and how to mend it
     * @param faults single findings in what was asked for; empty when it is not the waiver that is wrong
     */
    record Refused(Code code, String reason, List<WaiverFault> faults) implements WaiverDecision {

        public Refused {
            faults = List.copyOf(faults);
        }

        static Refused at(Code code, String pointer, String reason) {
            return new Refused(code, reason, List.of(new WaiverFault(pointer, reason)));
        }

        static Refused of(Code code, String reason) {
            return new Refused(code, reason, List.of());
        }

        public static Refused invalid(List<WaiverFault> faults) {
            String reason = faults.stream()
                    .map(fault ->
                            fault.pointer().isEmpty() ? fault.message() : fault.pointer() + ": " + fault.message())
                    .collect(Collectors.joining("\n"));
            return new Refused(Code.INVALID, reason, faults);
        }
    }

    /** Reasons for programs. */
    enum Code {
        INVALID,
        POLICY_UNKNOWN,
        POLICY_TIGHTENS,
        POLICY_DECIDES_ACCESS,
        RULE_UNKNOWN,
        OUT_OF_SCOPE,
        DENIED,
        UNKNOWN,
        OVER;

        /** Such as {@code waiver.rule-unknown}. */
        public String text() {
            return "waiver." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
