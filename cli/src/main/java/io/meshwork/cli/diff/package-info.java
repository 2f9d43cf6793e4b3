/** Tells what changed between two versions of a contract, and whom it breaks. */
@NullMarked
package io.meshwork.cli.diff;

import org.jspecify.annotations.NullMarked;
