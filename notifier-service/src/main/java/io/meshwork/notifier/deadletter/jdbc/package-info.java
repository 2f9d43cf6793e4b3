/** One operator at a time settles the letters of a service. */
@NullMarked
package io.meshwork.notifier.deadletter.jdbc;

import org.jspecify.annotations.NullMarked;
