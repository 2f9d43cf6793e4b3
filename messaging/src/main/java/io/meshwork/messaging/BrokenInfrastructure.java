package io.meshwork.messaging;

import java.sql.SQLException;
import java.util.Set;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.KafkaException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** A neighbour (broker, registry, database, network) does not answer; retried for as long as it lasts, never dead-lettered. */
public final class BrokenInfrastructure extends RuntimeException {

    /** SQLSTATE classes: 08 connection, 53 resources, 57 operator intervention, 58 system error. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /**
     * Serialization failure, deadlock, lock not available; a server that became a read-only standby in a failover; a right
     * that was taken away. None of them is the record's fault.
     */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03", "25006", "42501");

    private static final int MAX_CAUSES = 32;

    public BrokenInfrastructure(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether the failure is a neighbour's and not the record's or the request's. */
    public static boolean isCauseOf(Throwable failure) {
        @Nullable Throwable t = failure;
        for (int depth = 0; t != null && depth < MAX_CAUSES; depth++) {
            if (isBroken(t)) {
                return true;
            }
            t = t.getCause();
        }
        return false;
    }

    private static boolean isBroken(Throwable t) {
        return switch (t) {
            case BrokenInfrastructure _,
                    TransientDataAccessException _,
                    DataAccessResourceFailureException _,
                    CannotCreateTransactionException _,
                    TransactionSystemException _,
                    RetriableException _,
                    AuthenticationException _,
                    AuthorizationException _,
                    KafkaException _,
                    InterruptedException _ -> true;
            case SQLException e -> isBroken(e.getSQLState());
            default -> false;
        };
    }

    private static boolean isBroken(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (CLASSES.contains(state.substring(0, 2)) || STATES.contains(state));
    }
}
