package io.meshwork.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

class BrokenInfrastructureTest {

    static Stream<Exception> neighbours() {
        return Stream.of(
                new BrokenInfrastructure("no keys", new SocketException()),
                new TimeoutException("no ack"),
                new DisconnectException(),
                new SaslAuthenticationException("password changed"),
                new TopicAuthorizationException("right withdrawn"),
                new DataAccessResourceFailureException("connection lost"),
                new CannotCreateTransactionException("no connection"),
                new QueryTimeoutException("too slow"),
                new InterruptedException());
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void blamesTheNeighbourWhereverItIsInTheChainOfCauses(Exception failure) {
        assertThat(BrokenInfrastructure.isCauseOf(failure)).isTrue();
        assertThat(BrokenInfrastructure.isCauseOf(new IllegalStateException(new RuntimeException(failure))))
                .isTrue();
    }

    static Stream<Exception> records() {
        return Stream.of(
                new IllegalStateException("a bug"),
                new SerializationException("not Avro"),
                new RecordTooLargeException(),
                new DataIntegrityViolationException("duplicate key"),
                new TransactionTimedOutException("too much for one transaction"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void blamesTheRecordForEverythingElse(Exception failure) {
        assertThat(BrokenInfrastructure.isCauseOf(failure)).isFalse();
    }

    /** Connection, rollback, resources, shutdown, disk, a standby after a failover, a withdrawn right. */
    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "55P03", "57P01", "58030", "25006", "42501"})
    void blamesTheDatabaseForStatesThatPass(String state) {
        assertThat(BrokenInfrastructure.isCauseOf(new SQLException("reason", state)))
                .isTrue();
    }

    /** Bad data, a constraint, a missing table, a value out of sequence, an aborted transaction. */
    @ParameterizedTest
    @ValueSource(strings = {"22021", "23505", "42P01", "55000", "25P02", "", "4"})
    void blamesTheStatementForStatesThatStay(String state) {
        assertThat(BrokenInfrastructure.isCauseOf(new SQLException("reason", state)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 200})
    void endsOnCausesThatGoRoundInCircles(int depth) {
        Exception inner = new Exception("inner");
        Exception outer = inner;
        for (int i = 0; i < depth; i++) {
            outer = new Exception(outer);
        }
        inner.initCause(outer);

        assertThat(BrokenInfrastructure.isCauseOf(outer)).isFalse();
    }
}
