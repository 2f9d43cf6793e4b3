/** The report over HTTP. */
@NullMarked
package io.meshwork.policy.compliance.web;

import org.jspecify.annotations.NullMarked;
