package io.meshwork.quality.engine.conformance;

import io.meshwork.quality.Contracts;
import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.engine.Source;
import io.meshwork.quality.engine.jdbc.Postgres;

class PostgresConformanceTest extends Conformance {

    @Override
    Contracts load(String script, Contracts contract) {
        Postgres.sql("drop schema if exists conformance cascade; create schema conformance;"
                + " set search_path = conformance; " + script);
        return contract.at(Postgres.schema("conformance"));
    }

    @Override
    Engine<Source> engine() {
        return Postgres.engine();
    }

    @Override
    boolean absentIsNull() {
        return false;
    }

    @Override
    boolean leavesOut() {
        return true;
    }
}
