package io.meshwork.cli.connection;

import io.meshwork.cli.ExitCode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that asks a service. */
public abstract class ApiCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public final Integer call() {
        return run(client());
    }

    /** The service that is meant. */
    protected abstract ApiClient client();

    protected abstract int run(ApiClient service);

    protected final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    protected final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /**
     * Tells why there is nothing to show, in an exit code and in words.
     *
     * @param subject what was asked about
     */
    protected final int tell(Object subject, ApiAnswer answer) {
        return switch (answer) {
            case ApiAnswer.Found _ -> ExitCode.OK;
            case ApiAnswer.Undecided(var location) -> {
                out().println("Taken, not decided yet; ask again at " + location);
                yield ExitCode.PENDING;
            }
            case ApiAnswer.Refused(var code, var title, var reasons) -> {
                err().println(subject + ": " + title);
                reasons.forEach(reason -> err().println("  " + reason));
                yield ExitCode.REFUSED;
            }
            case ApiAnswer.Unreachable(var reason) -> {
                err().println(NoAnswer.sentence(client().service(), client().base(), reason));
                yield ExitCode.UNREACHABLE;
            }
        };
    }
}
