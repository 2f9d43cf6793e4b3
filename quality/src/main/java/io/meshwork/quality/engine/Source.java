package io.meshwork.quality.engine;

/** Data to be measured, as a contract names it; not trusted. */
public sealed interface Source permits DataFile, DataTable, DataTopic {}
