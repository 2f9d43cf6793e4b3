/** The policies that come with Meshwork. */
@NullMarked
package io.meshwork.policy.pack;

import org.jspecify.annotations.NullMarked;
