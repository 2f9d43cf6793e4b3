/** YAML and JSON as a small tree that knows where each part was written, within limits that hold against hostile input. */
@NullMarked
package io.meshwork.contract.read.document;

import org.jspecify.annotations.NullMarked;
