/** Where structures are found: topics, files, tables. */
@NullMarked
package io.meshwork.cli.importing.source;

import org.jspecify.annotations.NullMarked;
