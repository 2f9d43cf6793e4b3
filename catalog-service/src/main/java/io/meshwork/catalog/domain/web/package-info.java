/** Domains over HTTP. */
@NullMarked
package io.meshwork.catalog.domain.web;

import org.jspecify.annotations.NullMarked;
