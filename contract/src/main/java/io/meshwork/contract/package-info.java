/** The data product model, its readers and its rules; plain Java. */
@NullMarked
package io.meshwork.contract;

import org.jspecify.annotations.NullMarked;
