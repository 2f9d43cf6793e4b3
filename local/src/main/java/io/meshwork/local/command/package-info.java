/** What people type after {@code mesh}. */
@NullMarked
package io.meshwork.local.command;

import org.jspecify.annotations.NullMarked;
