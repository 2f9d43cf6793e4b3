package io.meshwork.cli.importing.source.duckdb;

import io.meshwork.cli.Unreadable;
import io.meshwork.cli.importing.source.Finding;
import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.PortKind;
import io.meshwork.contract.skeleton.FoundField;
import io.meshwork.contract.skeleton.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A CSV, JSON or Parquet file by what is in it.
 *
 * @param path as the user named it, which is how the contract names it
 * @param format null when its ending says it
 * @param header the first row of a CSV file holds names, even where they look like values
 */
public record DataFile(Path path, @Nullable FileFormat format, boolean header) {

    /** DuckDB would look for several files. */
    private static final Pattern WILDCARDS = Pattern.compile("[*?\\[\\]{}\\\\\\p{Cntrl}]");

    /** One row tells nothing of what makes it different from the next. */
    private static final int FEWEST_FOR_A_KEY = 2;

    public String name() {
        String file = String.valueOf(path.getFileName());
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    public Finding find() {
        Optional<FileFormat> known = format != null ? Optional.of(format) : FileFormat.of(path);
        if (known.isEmpty()) {
            return new Finding.Wrong("The ending of " + path
                    + " does not tell what is in it; say --file-format csv, json" + " or parquet");
        }
        try {
            Path real = path.toRealPath();
            if (!Files.isRegularFile(real)) {
                return new Finding.Wrong(path + " is no file; name one CSV, JSON or Parquet file");
            }
            if (WILDCARDS.matcher(real.toString()).find()) {
                return new Finding.Wrong("The path " + real.toString().replaceAll("\\p{Cntrl}", "?")
                        + " has characters that stand for several files; rename it");
            }
            return Files.size(real) == 0
                    ? new Finding.Refused(path + " is empty; import it when there is data")
                    : read(real, known.get());
        } catch (IOException e) {
            return new Finding.Wrong(Unreadable.file(path));
        }
    }

    private Finding read(Path real, FileFormat of) throws IOException {
        try (ConfinedDatabase database = ConfinedDatabase.forFile(real)) {
            return read(real, of, database);
        } catch (SQLException e) {
            return new Finding.Refused(path + " cannot be read as " + of.word() + ": " + Complaint.about(e, real)
                    + (format == null ? "; if it is something else, say --file-format" : ""));
        }
    }

    private Finding read(Path real, FileFormat of, ConfinedDatabase database) throws SQLException, IOException {
        Rows rows = Rows.of(of, real, database);
        if (of == FileFormat.JSON && rows.isOneValue()) {
            return new Finding.Refused(path + " is not rows of JSON objects whose keys are names;"
                    + " write one object per row, in an array or line by line");
        }
        if (!rows.named() && !header) {
            return new Finding.Refused(
                    "The first row of " + path + " looks like data, which must not get into a contract;"
                            + " put the names of the columns above it, or say --header if it holds them");
        }
        Profile profile = new Profile(database, rows);
        List<FoundField> fields = profile.fields();
        List<String> remarks = new ArrayList<>();
        remarks.add(path + ": " + profile.rows() + " rows, " + fields.size() + " columns.");
        if (profile.rows() == 0) {
            remarks.add("Without rows nothing is known of types, of what is required and of a key.");
        }
        return new Finding.Found(structure(of, withKey(fields, profile, remarks), profile.rows()), remarks);
    }

    private static List<FoundField> withKey(List<FoundField> fields, Profile profile, List<String> remarks)
            throws SQLException {
        if (profile.rows() < FEWEST_FOR_A_KEY) {
            return fields;
        }
        for (int candidate : KeyGuess.candidates(fields)) {
            if (profile.isUnique(candidate)) {
                List<FoundField> keyed = new ArrayList<>(fields);
                keyed.set(candidate, fields.get(candidate).unique(true).key(1));
                remarks.add("Taken for the key: " + fields.get(candidate).name()
                        + ", which is never null and never twice in this file.");
                return keyed;
            }
        }
        return fields;
    }

    private Structure structure(FileFormat of, List<FoundField> fields, long rows) {
        OutputPort port =
                new OutputPort("files", PortKind.FILE, of.word(), path.toString(), null, Map.of("type", "local"));
        return new Structure(name(), name(), "file", null, fields, port, rows);
    }
}
