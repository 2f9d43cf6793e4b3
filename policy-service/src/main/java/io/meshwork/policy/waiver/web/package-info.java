/** Waivers over HTTP. */
@NullMarked
package io.meshwork.policy.waiver.web;

import org.jspecify.annotations.NullMarked;
