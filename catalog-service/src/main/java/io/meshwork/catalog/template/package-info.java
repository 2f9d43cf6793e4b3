/** Templates that teams share: a version, once registered, stays as it is. */
@NullMarked
package io.meshwork.catalog.template;

import org.jspecify.annotations.NullMarked;
