/** What a product's data looks like, field by field, and what of it may be shown; pure. */
@NullMarked
package io.meshwork.quality.profile;

import org.jspecify.annotations.NullMarked;
