/** Domains: who they are, and who may say so. */
@NullMarked
package io.meshwork.catalog.domain;

import org.jspecify.annotations.NullMarked;
