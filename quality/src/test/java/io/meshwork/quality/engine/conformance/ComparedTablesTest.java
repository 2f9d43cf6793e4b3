package io.meshwork.quality.engine.conformance;

import io.meshwork.quality.Contracts;
import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.engine.Source;
import io.meshwork.quality.engine.jdbc.Postgres;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;

class ComparedTablesTest extends Compared {

    @BeforeAll
    static void load() {
        Postgres.sql("drop schema if exists compared cascade; create schema compared; set search_path = compared; "
                + TABLES);
    }

    @Override
    Contracts at(String table, Contracts contract) {
        Map<String, Object> place = new LinkedHashMap<>(Postgres.schema("compared"));
        place.put("table", table);
        return contract.at(place);
    }

    @Override
    Engine<Source> engine() {
        return Postgres.engine();
    }
}
