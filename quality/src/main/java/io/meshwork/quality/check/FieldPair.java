package io.meshwork.quality.check;

import io.meshwork.contract.read.expression.Term.Kind;

/**
 * A field and its counterpart in other data.
 *
 * @param kind as which the two are compared
 * @param type logical type here
 * @param theirType logical type there
 */
public record FieldPair(Column column, Column theirs, Kind kind, String type, String theirType) {}
