/** The policy folder, watched. */
@NullMarked
package io.meshwork.policy.define.files;

import org.jspecify.annotations.NullMarked;
