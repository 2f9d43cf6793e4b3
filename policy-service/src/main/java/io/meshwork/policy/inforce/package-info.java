/** Which policies and waivers are in force, from which moment, and which products must be judged again because of it. */
@NullMarked
package io.meshwork.policy.inforce;

import org.jspecify.annotations.NullMarked;
