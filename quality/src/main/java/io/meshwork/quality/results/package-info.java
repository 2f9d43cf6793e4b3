/** What other tools found out about data, read from the documents they write. */
@NullMarked
package io.meshwork.quality.results;

import org.jspecify.annotations.NullMarked;
