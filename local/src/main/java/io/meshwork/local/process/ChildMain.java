package io.meshwork.local.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs another main class and ends with the process that started it, however that one ended. */
public final class ChildMain {

    private static final long SECONDS_TO_END = 20;

    private ChildMain() {}

    /** Arguments: the parent's process id, the main class, then that class's own arguments. */
    public static void main(String[] arguments) throws Throwable {
        endWith(Long.parseLong(arguments[0]));
        Method main = Class.forName(arguments[1]).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 2, arguments.length));
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private static void endWith(long parent) {
        ProcessHandle.of(parent)
                .map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenRunAsync(ChildMain::end);
    }

    private static void end() {
        CompletableFuture.delayedExecutor(SECONDS_TO_END, TimeUnit.SECONDS)
                .execute(() -> Runtime.getRuntime().halt(1));
        System.exit(1);
    }
}
