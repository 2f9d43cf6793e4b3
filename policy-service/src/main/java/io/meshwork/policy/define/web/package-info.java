/** Policies over HTTP. */
@NullMarked
package io.meshwork.policy.define.web;

import org.jspecify.annotations.NullMarked;
