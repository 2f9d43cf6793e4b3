/** Service level indicators as producers report them. */
@NullMarked
package io.meshwork.quality.slo;

import org.jspecify.annotations.NullMarked;
