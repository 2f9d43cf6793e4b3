/** Answers who may use which product for what. */
@NullMarked
package io.meshwork.policy.authorization;

import org.jspecify.annotations.NullMarked;
