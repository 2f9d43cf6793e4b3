/** Where data is, in one spelling, so that a port, an input and what a job reads or writes can be told to be the same. */
@NullMarked
package io.meshwork.catalog.address;

import org.jspecify.annotations.NullMarked;
