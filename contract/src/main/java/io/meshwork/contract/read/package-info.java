/** From a document someone wrote to the data product it promises, or to the list of everything that is wrong with it. */
@NullMarked
package io.meshwork.contract.read;

import org.jspecify.annotations.NullMarked;
