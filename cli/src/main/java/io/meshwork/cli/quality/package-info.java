/** {@code mesh quality}: contracts checked on local files, and what the quality service found out. */
@NullMarked
package io.meshwork.cli.quality;

import org.jspecify.annotations.NullMarked;
