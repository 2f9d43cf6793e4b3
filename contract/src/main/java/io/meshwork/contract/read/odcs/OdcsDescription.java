package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.ServiceLevelObjective;
import io.meshwork.contract.model.Terms;
import io.meshwork.contract.read.document.Node;
import io.meshwork.contract.read.value.CustomProperties;
import io.meshwork.contract.read.value.Section;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The description: what the data is for, and the terms of its use. */
public record OdcsDescription(
        @Nullable String purpose,
        @Nullable String usage,
        @Nullable String limitations) {

    private static final int DATE_LENGTH = "2026-01-31".length();

    public static OdcsDescription read(Section root) {
        if (root.node("description") instanceof Node.Scalar) {
            return plain(root);
        }
        Section section = root.section("description", "description");
        if (section == null) {
            return new OdcsDescription(null, null, null);
        }
        OdcsDescription description =
                new OdcsDescription(section.text("purpose"), section.text("usage"), section.text("limitations"));
        CustomProperties.read(section);
        section.keep("authoritativeDefinitions");
        section.close();
        return description;
    }

    private static OdcsDescription plain(Section root) {
        root.warning(
                "description",
                "type",
                "`description` is text; in version 3 of the standard it is a mapping",
                "Move the text to `description.purpose`.");
        return new OdcsDescription(root.text("description"), null, null);
    }

    /** The contract holds from general availability to end of life, when the service levels say so. */
    public Terms terms(List<ServiceLevelObjective> levels) {
        return new Terms(
                usage,
                limitations,
                date(levels, "generalAvailability"),
                date(levels, "endOfLife"),
                null,
                null,
                List.of());
    }

    private static @Nullable LocalDate date(List<ServiceLevelObjective> levels, String property) {
        return levels.stream()
                .filter(level -> level.property().equals(property))
                .findFirst()
                .map(level -> day(level.value()))
                .orElse(null);
    }

    /** The day as written, whatever the time zone; null when it is written in another way, the objective keeps the words. */
    private static @Nullable LocalDate day(String written) {
        try {
            return written.length() < DATE_LENGTH ? null : LocalDate.parse(written.substring(0, DATE_LENGTH));
        } catch (DateTimeParseException otherWords) {
            return null;
        }
    }
}
