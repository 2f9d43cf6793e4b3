/** Questions in, decisions out. */
@NullMarked
package io.meshwork.policy.authorization.kafka;

import org.jspecify.annotations.NullMarked;
