/** Products over HTTP: an API for programs and pages for people. */
@NullMarked
package io.meshwork.catalog.product.web;

import org.jspecify.annotations.NullMarked;
