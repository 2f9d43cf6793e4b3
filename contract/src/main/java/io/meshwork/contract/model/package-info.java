/** What a data product promises, whatever document it was written in. */
@NullMarked
package io.meshwork.contract.model;

import org.jspecify.annotations.NullMarked;
