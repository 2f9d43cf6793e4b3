/** Contracts from templates: typed parameters in, a contract of the Open Data Contract Standard out. */
@NullMarked
package io.meshwork.contract.template;

import org.jspecify.annotations.NullMarked;
