/** The vocabulary that every kind of contract shares: ids, versions, types, ports, measures, checks. */
@NullMarked
package io.meshwork.contract.read.value;

import org.jspecify.annotations.NullMarked;
