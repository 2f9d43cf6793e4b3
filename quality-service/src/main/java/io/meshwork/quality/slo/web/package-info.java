/** Objectives, reports and what monitoring needs, over HTTP. */
@NullMarked
package io.meshwork.quality.slo.web;

import org.jspecify.annotations.NullMarked;
