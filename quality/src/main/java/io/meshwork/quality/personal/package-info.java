/** Tells personal data by how values look and what columns are called; pure, and never keeps a value. */
@NullMarked
package io.meshwork.quality.personal;

import org.jspecify.annotations.NullMarked;
