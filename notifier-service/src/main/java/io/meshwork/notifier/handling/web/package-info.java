/** Incidents over REST. */
@NullMarked
package io.meshwork.notifier.handling.web;

import org.jspecify.annotations.NullMarked;
