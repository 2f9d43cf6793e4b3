package io.meshwork.quality.slo;

import java.util.Collection;

/** Versions that promise nothing any more. */
public interface VersionEnds {

    record Version(String productId, String version) {}

    /** A version may be retired before it is known; the products are judged anew. */
    void retired(Collection<Version> versions);
}
