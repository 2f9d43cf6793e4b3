package io.meshwork.catalog.discovery;

import java.util.List;

/**
 * Where a page ended. It holds what the first page weighed the words with, so that later pages rank by the same numbers on every
 * replica and however the catalog changes meanwhile: what does not change itself is neither repeated nor skipped.
 *
 * @param key of the last product in the order asked for; higher ones come first
 * @param id of the last product; of equal keys the lower ids come first
 * @param widened whether similar words were looked for, too
 * @param weights by word of the text
 */
public record Cursor(int key, String id, boolean widened, List<Float> weights) {

    public Cursor {
        weights = List.copyOf(weights);
    }
}
