package io.meshwork.catalog.lineage;

import org.jspecify.annotations.Nullable;

/** A place in the graph. Data of a product is the product; only what is nobody's stands for itself. */
public sealed interface Spot {

    /** @param port only this output port, null for the whole product */
    record Product(String id, @Nullable String port) implements Spot {}

    /** Data that is no product's. */
    record Dataset(long id) implements Spot {}

    /**
     * A field of a dataset.
     *
     * @param dataset {@link #UNKNOWN} when no job has ever named data of the product
     * @param product whose data it is, null when nobody's
     */
    record Field(long dataset, String name, @Nullable String product) implements Spot {

        public static final long UNKNOWN = 0;
    }

    /** An input as a contract names it, of which nothing more is known. */
    record Source(String name) implements Spot {}
}
