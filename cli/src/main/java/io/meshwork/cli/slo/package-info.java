/** Service level objectives: how they stand, how well they were kept, and what monitoring needs. */
@NullMarked
package io.meshwork.cli.slo;

import org.jspecify.annotations.NullMarked;
