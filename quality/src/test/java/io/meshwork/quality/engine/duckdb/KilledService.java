package io.meshwork.quality.engine.duckdb;

import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.Contracts.noRow;
import static io.meshwork.quality.Contracts.sql;

import java.nio.file.Path;

/** Runs a query until it is killed. Arguments: the folder of orders.csv, the query. */
final class KilledService {

    static final String RUNNING = "running";

    private KilledService() {}

    public static void main(String[] arguments) {
        try (DataRoot data = DataRoot.withOwnProcesses(Path.of(arguments[0]))) {
            data.only(aProduct().at("orders.csv").with(sql("SELECT 1", noRow())));
            System.out.println(RUNNING);
            data.only(aProduct().at("orders.csv").with(sql(arguments[1], noRow())));
        }
    }
}
