package io.meshwork.quality.engine.duckdb.worker;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What workers may take.
 *
 * @param most of them at a time
 * @param memoryMegabytes of each, besides what it needs to run at all
 * @param fileMegabytes of the longest file that one may write
 * @param idle after which one that nobody needs is ended
 * @param folder under which they have what they need on the disk
 */
public record WorkerSettings(int most, long memoryMegabytes, long fileMegabytes, Duration idle, Path folder) {}
