/** Tables, by what their database says about them. */
@NullMarked
package io.meshwork.cli.importing.source.jdbc;

import org.jspecify.annotations.NullMarked;
