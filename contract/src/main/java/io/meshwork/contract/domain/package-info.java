/** Domains as their owners describe them, and their reader. */
@NullMarked
package io.meshwork.contract.domain;

import org.jspecify.annotations.NullMarked;
