package io.meshwork.messaging;

import java.sql.SQLException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.KafkaException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** A neighbour (broker, registry, database, network) does not answer; retried for as long as it lasts, never dead-lettered. */
public final class BrokenInfrastructure extends RuntimeException {

    public BrokenInfrastructure(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether the failure is a neighbour's and not the record's. */
    static boolean isCauseOf(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof BrokenInfrastructure
                    || t instanceof TransientDataAccessException
                    || t instanceof DataAccessResourceFailureException
                    || t instanceof CannotCreateTransactionException
                    || t instanceof TransactionSystemException
                    || t instanceof RetriableException
                    || t instanceof AuthenticationException
                    || t instanceof AuthorizationException
                    || t instanceof KafkaException
                    || t instanceof InterruptedException
                    || t instanceof SQLException sql && isConnection(sql)) {
                return true;
            }
        }
        return false;
    }

    /** SQLSTATE classes: 08 connection, 40 rollback, 53 resources, 57 operator intervention, 58 system error, 55P03 lock not available. */
    private static boolean isConnection(SQLException e) {
        String state = e.getSQLState();
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("40")
                        || state.startsWith("53")
                        || state.startsWith("57")
                        || state.startsWith("58")
                        || state.startsWith("55"));
    }
}
