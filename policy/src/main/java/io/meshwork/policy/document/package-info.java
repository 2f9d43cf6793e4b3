/** Policies as they are written: what a document says, and everything that is wrong with it at once. */
@NullMarked
package io.meshwork.policy.document;

import org.jspecify.annotations.NullMarked;
