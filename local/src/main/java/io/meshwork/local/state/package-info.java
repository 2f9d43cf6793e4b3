/** What one {@code mesh} command leaves behind for the next: who runs, where, and whose folder it is. */
@NullMarked
package io.meshwork.local.state;

import org.jspecify.annotations.NullMarked;
