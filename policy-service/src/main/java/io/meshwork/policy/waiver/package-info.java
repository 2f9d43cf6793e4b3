/** Exceptions from policies that somebody answers for, and that end. */
@NullMarked
package io.meshwork.policy.waiver;

import org.jspecify.annotations.NullMarked;
