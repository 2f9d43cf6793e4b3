/** How well the mesh complies: by domain, policy or category, now and over time. */
@NullMarked
package io.meshwork.policy.compliance;

import org.jspecify.annotations.NullMarked;
