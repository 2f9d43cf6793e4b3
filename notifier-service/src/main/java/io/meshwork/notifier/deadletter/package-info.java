/** The dead letters of the whole mesh, for operators: seen, given back, discarded. */
@NullMarked
package io.meshwork.notifier.deadletter;

import org.jspecify.annotations.NullMarked;
