package io.meshwork.quality.score;

import io.meshwork.quality.check.CheckPlan;
import io.meshwork.quality.engine.ScanResult;

/** What was to be measured on a dataset, and what came of it. */
public record DatasetScan(CheckPlan plan, ScanResult result) {}
