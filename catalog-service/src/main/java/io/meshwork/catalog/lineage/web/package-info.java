/** Lineage over HTTP: events in, graphs out. */
@NullMarked
package io.meshwork.catalog.lineage.web;

import org.jspecify.annotations.NullMarked;
