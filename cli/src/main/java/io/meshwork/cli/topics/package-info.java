/** Brings a broker and a registry into agreement with the topic manifest. */
@NullMarked
package io.meshwork.cli.topics;

import org.jspecify.annotations.NullMarked;
