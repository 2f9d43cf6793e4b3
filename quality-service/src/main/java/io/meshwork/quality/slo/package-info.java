/** Service level objectives: measured against what the contract promises, and told when that changes. */
@NullMarked
package io.meshwork.quality.slo;

import org.jspecify.annotations.NullMarked;
