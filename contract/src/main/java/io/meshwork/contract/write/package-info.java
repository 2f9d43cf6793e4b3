/** From a data product back to a document of the Open Data Contract Standard, with nothing lost on the way. */
@NullMarked
package io.meshwork.contract.write;

import org.jspecify.annotations.NullMarked;
