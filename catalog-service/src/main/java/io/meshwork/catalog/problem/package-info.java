/** What is wrong with documents, as answers tell it. */
@NullMarked
package io.meshwork.catalog.problem;

import org.jspecify.annotations.NullMarked;
