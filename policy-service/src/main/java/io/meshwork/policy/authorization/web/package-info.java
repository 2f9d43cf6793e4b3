/** Answers at once. */
@NullMarked
package io.meshwork.policy.authorization.web;

import org.jspecify.annotations.NullMarked;
