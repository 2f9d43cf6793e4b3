/** Templates, and contracts made from them. */
@NullMarked
package io.meshwork.cli.template;

import org.jspecify.annotations.NullMarked;
