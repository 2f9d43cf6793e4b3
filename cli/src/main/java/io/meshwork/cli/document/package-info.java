/** Contracts, descriptions of domains and templates in files. */
@NullMarked
package io.meshwork.cli.document;

import org.jspecify.annotations.NullMarked;
