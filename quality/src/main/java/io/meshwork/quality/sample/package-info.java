/** A few of the rows that break a check, without what they tell about people; pure. */
@NullMarked
package io.meshwork.quality.sample;

import org.jspecify.annotations.NullMarked;
