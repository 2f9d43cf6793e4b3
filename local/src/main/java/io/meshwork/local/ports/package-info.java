/** Which port each part listens on, and who has it when it is taken. */
@NullMarked
package io.meshwork.local.ports;

import org.jspecify.annotations.NullMarked;
