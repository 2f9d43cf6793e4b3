package io.meshwork.contract.read.descriptor;

import io.meshwork.contract.model.Terms;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.Measures;
import io.meshwork.contract.read.value.Section;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The terms of use. */
final class DescriptorTerms {

    private static final int LONGEST_DAYS = 3650;

    private DescriptorTerms() {}

    static Terms read(Section spec) {
        Section section = spec.section("terms", "terms");
        if (section == null) {
            return Terms.NONE;
        }
        Terms terms = new Terms(
                section.text("usage"),
                section.text("limitations"),
                date(section, "start_date"),
                date(section, "end_date"),
                period(section, "notice_period"),
                date(section, "review_date"),
                section.texts("interoperability"));
        section.close();
        LocalDate start = terms.startDate();
        LocalDate end = terms.endDate();
        if (start != null && end != null && end.isBefore(start)) {
            section.error(
                    "end_date", "invalid", "the contract ends before it starts", "Write an end after " + start + ".");
        }
        return terms;
    }

    /** Whole days, weeks, months or years; ISO 8601 as {@code P90D} or in words as {@code 90 days}. */
    private static @Nullable Period period(Section section, String key) {
        String written = section.text(key);
        if (written == null) {
            return null;
        }
        Double seconds = Measures.normalize(written, null);
        Period period = seconds == null ? null : Period.ofDays((int) Math.min(seconds / Measures.DAY, LONGEST_DAYS));
        if (period == null || period.isNegative() || period.isZero()) {
            section.error(
                    key,
                    "invalid",
                    Quoted.of(written) + " is not a period of at least a day",
                    "Write days, weeks, months or years, such as `90 days` or `P3M`.");
            return null;
        }
        return period;
    }

    private static @Nullable LocalDate date(Section section, String key) {
        String written = section.text(key);
        if (written == null) {
            return null;
        }
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException notADate) {
            section.error(
                    key, "invalid", Quoted.of(written) + " is not a date", "Write year-month-day, such as 2026-01-31.");
            return null;
        }
    }
}
