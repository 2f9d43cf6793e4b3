/** Policies: how they are written, who may define them, and which revision is in force. */
@NullMarked
package io.meshwork.policy.define;

import org.jspecify.annotations.NullMarked;
