/** Who may use which product for what. */
@NullMarked
package io.meshwork.cli.access;

import org.jspecify.annotations.NullMarked;
