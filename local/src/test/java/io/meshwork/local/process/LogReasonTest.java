package io.meshwork.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogReasonTest {

    @Test
    void takesTheInnermostExceptionOfTheLastStackTrace() {
        assertThat(LogReason.of("""
                2026-11-22T12:36:37.760Z ERROR kafka.Kafka$ Exiting Kafka due to fatal exception
                java.lang.RuntimeException: Error starting
                \tat kafka.Kafka$.main(Kafka.scala:75)
                \t... 3 more
                Caused by: java.nio.file.AccessDeniedException: /data/broker
                \tat java.base/sun.nio.fs.UnixException.rethrow(UnixException.java:90)
                \tat kafka.Kafka.main(Kafka.scala)
                AOT configuration recorded
                """.lines().toList())).contains("/data/broker");
    }

    @Test
    void takesTheLastLineThatTellsOfTrouble() {
        assertThat(LogReason.of("""
                LOG:  starting PostgreSQL 18.6
                FATAL:  could not open file "global/pg_filenode.map": No such file or directory
                LOG:  database system is shut down
                """.lines().toList()))
                .contains("FATAL:  could not open file \"global/pg_filenode.map\": No such file or directory");
        assertThat(LogReason.of("all is well\nLOG: nothing to see".lines().toList()))
                .isEmpty();
    }

    @Test
    void looksOnlyAtWhatWasWrittenSinceTheStart(@TempDir Path folder) throws IOException {
        Path log = Files.writeString(folder.resolve("broker.log"), "ERROR of yesterday\n");

        assertThat(LogReason.of(log, Files.size(log))).isEmpty();
        assertThat(LogReason.of(log, 0)).contains("ERROR of yesterday");
        assertThat(LogReason.of(folder.resolve("none.log"), 0)).isEmpty();
    }
}
