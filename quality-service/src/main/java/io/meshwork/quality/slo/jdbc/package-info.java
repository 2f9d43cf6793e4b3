/** Objectives, their windows and their history in PostgreSQL. */
@NullMarked
package io.meshwork.quality.slo.jdbc;

import org.jspecify.annotations.NullMarked;
