/** Waiting over REST for what becomes of a request. */
@NullMarked
package io.meshwork.notifier.request.web;

import org.jspecify.annotations.NullMarked;
