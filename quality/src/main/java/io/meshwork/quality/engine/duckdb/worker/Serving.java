package io.meshwork.quality.engine.duckdb.worker;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The worker's side: answers what comes on standard input, and ends when nothing can come any more, even within a query. */
public final class Serving {

    /** For what native code does with deeply nested queries; Java's own is for Java. */
    private static final long STACK_BYTES = 16L << 20;

    private static final int NOBODY_ASKS = 0;
    private static final int FAILED = 1;

    private final Desk desk;
    private final BlockingQueue<Request> asked = new ArrayBlockingQueue<>(4);

    private Serving(Desk desk) {
        this.desk = desk;
    }

    /** What is done. */
    public interface Desk {

        void open(Request.Open open);

        Answer.Told answer(Request.Ask ask);

        void close();
    }

    /** Returns at once; the process then runs until nobody asks. */
    public static void serve(Desk desk) {
        OutputStream answers = new FileOutputStream(FileDescriptor.out);
        // What anybody prints must not get between answers.
        System.setOut(errors());
        Serving serving = new Serving(desk);
        thread("requests", serving::read);
        thread("queries", () -> serving.answer(answers));
    }

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    /** A failure ends the process, and with it the query: nobody would wait for a thread that is no more. */
    private static void thread(String name, Task task) {
        Thread.ofPlatform()
                .name(name)
                .stackSize(STACK_BYTES)
                .uncaughtExceptionHandler((thread, failure) -> fail(failure))
                .start(() -> {
                    try {
                        task.run();
                    } catch (IOException | InterruptedException e) {
                        fail(e);
                    }
                });
    }

    private static void fail(Throwable failure) {
        errors().println(failure);
        Runtime.getRuntime().halt(FAILED);
    }

    private static PrintStream errors() {
        return new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    }

    private void read() throws IOException, InterruptedException {
        FileInputStream requests = new FileInputStream(FileDescriptor.in);
        for (Optional<Request> next = Wire.request(requests); next.isPresent(); next = Wire.request(requests)) {
            asked.put(next.get());
        }
        Runtime.getRuntime().halt(NOBODY_ASKS);
    }

    private void answer(OutputStream answers) throws IOException, InterruptedException {
        answers.write(Wire.ready());
        while (true) {
            switch (asked.take()) {
                case Request.Open open -> {
                    desk.open(open);
                    answers.write(Wire.ready());
                }
                case Request.Ask ask -> answers.write(Wire.frame(desk.answer(ask)));
                case Request.Close close -> desk.close();
            }
        }
    }
}
