/** Templates over HTTP. */
@NullMarked
package io.meshwork.catalog.template.web;

import org.jspecify.annotations.NullMarked;
