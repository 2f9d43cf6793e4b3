/** Who is told of what. */
@NullMarked
package io.meshwork.cli.subscription;

import org.jspecify.annotations.NullMarked;
