/** Who was told of what. */
@NullMarked
package io.meshwork.cli.notification;

import org.jspecify.annotations.NullMarked;
