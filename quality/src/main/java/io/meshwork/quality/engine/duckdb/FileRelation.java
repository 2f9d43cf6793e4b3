package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.engine.sql.Relation;

/** A file as something that SQL can read. */
interface FileRelation extends Relation {

    /** SQL for an author's query to read from, with types as DuckDB finds them. */
    String typed();
}
