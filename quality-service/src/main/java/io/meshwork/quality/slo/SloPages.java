package io.meshwork.quality.slo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objectives to read, without a lock. */
public interface SloPages {

    /** Where a page begins: after this objective of this product. */
    record Place(String productId, String objective) {}

    /**
     * By product and name.
     *
     * @param domain null for all
     * @param level null for all
     * @param after null for the first
     */
    List<Slo> page(@Nullable String domain, @Nullable Level level, @Nullable Place after, int limit);

    /** The objectives of the first so many products that promise anything, by id. */
    List<Slo> ofFirst(int products);
}
