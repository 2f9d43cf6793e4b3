/** One run: a version is published or refreshed, its data is checked, the result is kept and announced. */
@NullMarked
package io.meshwork.quality.run;

import org.jspecify.annotations.NullMarked;
