/** Hands contracts to the catalog and tells what became of them. */
@NullMarked
package io.meshwork.cli.publish;

import org.jspecify.annotations.NullMarked;
