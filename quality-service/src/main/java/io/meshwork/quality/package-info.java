/** Scores every published data product on its real data. */
@NullMarked
package io.meshwork.quality;

import org.jspecify.annotations.NullMarked;
