/** Contracts and descriptions of domains in files. */
@NullMarked
package io.meshwork.cli.document;

import org.jspecify.annotations.NullMarked;
