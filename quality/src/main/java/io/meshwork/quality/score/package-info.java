/** Turns measurements into scores and a verdict; pure. */
@NullMarked
package io.meshwork.quality.score;

import org.jspecify.annotations.NullMarked;
