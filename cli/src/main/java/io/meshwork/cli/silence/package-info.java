/** When people are not told of certain alerts. */
@NullMarked
package io.meshwork.cli.silence;

import org.jspecify.annotations.NullMarked;
