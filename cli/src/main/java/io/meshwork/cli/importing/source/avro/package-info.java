/** The messages of a topic, by the schema in the registry. */
@NullMarked
package io.meshwork.cli.importing.source.avro;

import org.jspecify.annotations.NullMarked;
