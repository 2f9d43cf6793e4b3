/** A real schema registry, Apicurio with Confluent's API, as a process of its own. */
@NullMarked
package io.meshwork.local.registry;

import org.jspecify.annotations.NullMarked;
