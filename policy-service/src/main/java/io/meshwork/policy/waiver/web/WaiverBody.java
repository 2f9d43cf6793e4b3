package io.meshwork.policy.waiver.web;

import io.meshwork.policy.waiver.Exemption;
import io.meshwork.policy.waiver.WaiverDecision.Refused;
import io.meshwork.policy.waiver.WaiverDraft;
import io.meshwork.policy.waiver.WaiverFault;
import io.meshwork.policy.waiver.WaiverForm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "WaiverRequest", description = "A waiver as it shall be")
record WaiverBody(
        @Schema(description = "Id of the policy that it excuses from", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String policyId,

        @Schema(description = "Id of a rule of the policy; all when there is none") @Nullable
        String rule,

        @Schema(
                description = "A product, domain.name, or a domain with all its products",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String subject,

        @Schema(description = "Why, 10 to 500 characters", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String reason,

        @Schema(
                description = "Team or address that answers for it and is reminded",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String owner,

        @Schema(description = "When it begins, at once when it is not said: 2027-01-31, or 2027-01-31T12:00:00Z")
        @Nullable
        String startsAt,

        @Schema(
                description = "When it ends, exclusive: 2027-03-31, which is the beginning of that day in UTC, or"
                        + " 2027-03-31T12:00:00Z",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String endsAt,

        @Schema(description = "Where the request comes from, such as a ticket") @Nullable
        String source) {

    private static final String NOT_A_TIME = "write a day such as 2027-03-31, or a time such as 2027-03-31T12:00:00Z";

    /** @throws io.meshwork.messaging.web.ProblemException 422 with everything that is wrong in itself */
    WaiverDraft toDraft(String waiverId, Instant now) {
        Exemption asked = new Exemption(text(policyId), rule, text(subject), text(reason), text(owner));
        List<WaiverFault> faults = new ArrayList<>(WaiverForm.faults(waiverId, asked));
        Instant start = startsAt == null ? null : time("/startsAt", startsAt, faults);
        Instant end = time("/endsAt", text(endsAt), faults);
        if (end != null) {
            faults.addAll(WaiverForm.faults(start, end, now));
        }
        if (end == null || !faults.isEmpty()) {
            throw WaiverProblems.refused(Refused.invalid(faults));
        }
        return new WaiverDraft(asked, start, end);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static @Nullable Instant time(String pointer, String written, List<WaiverFault> faults) {
        try {
            return written.length() <= "2027-01-31".length()
                    ? LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(written);
        } catch (DateTimeException notATime) {
            faults.add(new WaiverFault(pointer, NOT_A_TIME));
            return null;
        }
    }
}
