package io.meshwork.cli.validate;

import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.ReadResult;
import java.nio.file.Path;
import java.util.List;

/** What the reader said about one file. */
record FileResult(Path file, ReadResult result) {

    boolean valid() {
        return result instanceof ReadResult.Accepted;
    }

    List<Problem> problems() {
        return switch (result) {
            case ReadResult.Accepted accepted -> accepted.warnings();
            case ReadResult.Refused refused -> refused.problems();
        };
    }

    long errors() {
        return problems().stream().filter(Problem::isError).count();
    }

    long warnings() {
        return problems().size() - errors();
    }
}
