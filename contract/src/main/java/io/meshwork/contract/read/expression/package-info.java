/** Conditions on the fields of one row, written in a part of CEL and checked against the schema. */
@NullMarked
package io.meshwork.contract.read.expression;

import org.jspecify.annotations.NullMarked;
