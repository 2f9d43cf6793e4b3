package io.meshwork.quality.slo.sample;

import java.util.Collection;

/** Newest sample per product and indicator. */
public interface Samples {

    /** A sample whose window ends before the kept one's changes nothing. */
    void keep(Collection<Sample> samples);
}
