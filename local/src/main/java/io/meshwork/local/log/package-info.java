/** The log that the services of one JVM share: each line tells whose it is. */
@NullMarked
package io.meshwork.local.log;

import org.jspecify.annotations.NullMarked;
