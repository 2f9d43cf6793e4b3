/** Search over HTTP. */
@NullMarked
package io.meshwork.catalog.discovery.web;

import org.jspecify.annotations.NullMarked;
