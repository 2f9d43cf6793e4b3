/** What a policy is, whatever it was written in. */
@NullMarked
package io.meshwork.policy.model;

import org.jspecify.annotations.NullMarked;
