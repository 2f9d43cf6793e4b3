package io.meshwork.contract.model;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Terms of use.
 *
 * @param usage what consumers may do, in words
 * @param limitations what they may not, in words
 * @param startDate first day the contract holds, null when from publication on
 * @param endDate last day the contract holds, null when open-ended
 * @param noticePeriod how long consumers keep the version they use after a breaking one came, null when the mesh decides
 * @param reviewDate when provider and consumers look at the contract again, null when not agreed
 * @param interoperability standards the product keeps to
 */
public record Terms(
        @Nullable String usage,
        @Nullable String limitations,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable Period noticePeriod,
        @Nullable LocalDate reviewDate,
        List<String> interoperability) {

    public static final Terms NONE = new Terms(null, null, null, null, null, null, List.of());

    public Terms {
        interoperability = List.copyOf(interoperability);
    }
}
