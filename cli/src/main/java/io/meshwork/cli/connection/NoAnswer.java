package io.meshwork.cli.connection;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;

/** What people are told when a service gives no answer that a command can use. */
public final class NoAnswer {

    private static final String NOBODY = "nothing listens there";

    private NoAnswer() {}

    /** In a few words. */
    public static String reason(IOException failure) {
        if (failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException) {
            return NOBODY;
        }
        return failure.getMessage() == null ? "the connection broke" : failure.getMessage();
    }

    /** @param service as people know it, such as catalog */
    public static String sentence(String service, Object address, String reason) {
        String who = "The " + service + " at " + address;
        return reason.equals(NOBODY)
                ? who + " does not answer: " + NOBODY
                        + ". mesh status tells what runs here, mesh up starts the local mesh; or check the address."
                : who + " does not answer as it should (" + reason
                        + "); check the address and that the mesh runs: mesh status, mesh up.";
    }
}
