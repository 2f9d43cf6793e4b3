/** What a set of policies says about a product. */
@NullMarked
package io.meshwork.policy.judgement;

import org.jspecify.annotations.NullMarked;
