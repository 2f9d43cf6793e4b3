/** Scores over REST. */
@NullMarked
package io.meshwork.quality.run.web;

import org.jspecify.annotations.NullMarked;
