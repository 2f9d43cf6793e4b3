package io.meshwork.notifier.deadletter;

import io.meshwork.deadletters.Outline;
import io.meshwork.deadletters.Settled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next id behind which the list goes on, null at its end */
public record LetterPage(List<Item> items, @Nullable LetterId next) {

    /** @param settled null when it is open */
    public record Item(
            LetterId id, Outline outline, @Nullable Settled settled) {}
}
