/** A product's data held against its contract, from the file to the scorecard. */
@NullMarked
package io.meshwork.quality.examination;

import org.jspecify.annotations.NullMarked;
