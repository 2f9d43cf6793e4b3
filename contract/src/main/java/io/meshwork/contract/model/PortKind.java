package io.meshwork.contract.model;

/** The interface a port offers: an event stream, files, a SQL endpoint, an API, or something else. */
public enum PortKind {
    EVENT_STREAM,
    FILE,
    SQL,
    API,
    OTHER
}
