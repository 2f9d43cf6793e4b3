package io.meshwork.catalog.discovery.lucene;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the search index is.
 *
 * @param directory on a local disk, for this replica alone; about 5.5 KB per product. It can be deleted at any time while the service
 *     is down. Null by default: the index is in memory, and built anew at every start
 */
@Validated
@ConfigurationProperties("mesh.catalog.search")
record IndexSettings(@Nullable Path directory) {}
