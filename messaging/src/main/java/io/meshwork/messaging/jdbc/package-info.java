/** What messaging keeps in the service's database: handled events, outbox, parked records, jobs. */
@NullMarked
package io.meshwork.messaging.jdbc;

import org.jspecify.annotations.NullMarked;
