/** The records that services gave up: reading them, giving them back, and noting what became of them. */
@NullMarked
package io.meshwork.deadletters;

import org.jspecify.annotations.NullMarked;
