/** Silences over REST. */
@NullMarked
package io.meshwork.notifier.silence.web;

import org.jspecify.annotations.NullMarked;
