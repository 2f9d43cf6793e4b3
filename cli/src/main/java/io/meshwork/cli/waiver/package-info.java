/** Waivers: who is excused from which policy, why, and until when. */
@NullMarked
package io.meshwork.cli.waiver;

import org.jspecify.annotations.NullMarked;
