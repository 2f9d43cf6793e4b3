/** Tells people and consumers what happened to data products: each of them once, and nothing lost. */
@NullMarked
package io.meshwork.notifier;

import org.jspecify.annotations.NullMarked;
