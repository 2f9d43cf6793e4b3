/** The operating-system processes the platform consists of: started quietly, watched, never left behind. */
@NullMarked
package io.meshwork.local.process;

import org.jspecify.annotations.NullMarked;
