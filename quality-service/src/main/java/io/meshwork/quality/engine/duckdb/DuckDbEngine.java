package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.Measure;
import io.meshwork.quality.engine.DataFile;
import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.engine.ScanResult;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Reads Parquet, CSV and JSON files under one folder. */
@Component
final class DuckDbEngine implements Engine, AutoCloseable {

    private final DuckDbSettings settings;
    private final Confinement confinement;
    private final SharedDatabase database;

    DuckDbEngine(DuckDbSettings settings) {
        this.settings = settings;
        this.confinement = new Confinement(settings.root());
        this.database = new SharedDatabase(settings);
    }

    @Override
    public ScanResult scan(DataFile file, Collection<Measure> measures) {
        return switch (confinement.resolve(file.location())) {
            case Confinement.Outside(String reason) -> new ScanResult.Unreachable(reason);
            case Confinement.Inside inside
            when inside.bytes() == 0 ->
                new ScanResult.Unreadable("the file " + file.location() + " is empty (0 bytes)");
            case Confinement.Inside inside -> read(file, inside, measures);
        };
    }

    private ScanResult read(DataFile file, Confinement.Inside inside, Collection<Measure> measures) {
        try (Connection connection = database.connect()) {
            Queries queries = new Queries(connection, settings.queryTimeout());
            return new Scan(file, inside.path(), queries, settings).run(measures);
        } catch (CharacterCodingException e) {
            return unreadable(file, "its header is not text in UTF-8");
        } catch (IOException e) {
            return unreadable(file, String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            database.checkAlive();
            return switch (Complaint.kind(e)) {
                case TIMEOUT ->
                    new ScanResult.Unreachable("the file " + file.location() + " could not be read within "
                            + settings.queryTimeout().toSeconds() + " s (mesh.quality.query-timeout)");
                case MEMORY ->
                    new ScanResult.Unreachable("the file " + file.location() + " needs more than "
                            + settings.memoryLimit().toMegabytes() + " MB to be checked (mesh.quality.memory-limit)");
                case DATA -> unreadable(file, Complaint.about(e, inside.path(), file.location()));
            };
        }
    }

    private static ScanResult unreadable(DataFile file, String why) {
        return new ScanResult.Unreadable("the file " + file.location() + " cannot be read as "
                + file.format().name().toLowerCase(Locale.ROOT) + ": " + why);
    }

    @Override
    public void close() {
        database.close();
    }
}
