/** Checks contracts before anybody else sees them. */
@NullMarked
package io.meshwork.cli.validate;

import org.jspecify.annotations.NullMarked;
