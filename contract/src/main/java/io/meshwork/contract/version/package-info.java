/** How versions of a contract are ordered and what a step between two of them means. */
@NullMarked
package io.meshwork.contract.version;

import org.jspecify.annotations.NullMarked;
