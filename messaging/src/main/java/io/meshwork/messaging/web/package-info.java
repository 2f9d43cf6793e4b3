/** What every REST endpoint shares: the caller and problem details. */
@NullMarked
package io.meshwork.messaging.web;

import org.jspecify.annotations.NullMarked;
