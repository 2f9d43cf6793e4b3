/** What happens to products, as it happens. */
@NullMarked
package io.meshwork.cli.updates;

import org.jspecify.annotations.NullMarked;
