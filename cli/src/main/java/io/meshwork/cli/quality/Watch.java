package io.meshwork.cli.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Does something again when files change. A change counts when the files stay the same for one look more, so that a file that is
 * being written is not read half.
 */
final class Watch {

    private static final long BETWEEN_LOOKS_MILLIS = 300;

    private final Supplier<Set<Path>> files;
    /** Never counted down: waiting on it is a pause that an interrupt ends. */
    private final CountDownLatch never = new CountDownLatch(1);

    private Map<Path, Look> done;

    /** Looks at the files for the first time, so that nothing that changes from here on is missed. */
    Watch(Supplier<Set<Path>> files) {
        this.files = files;
        this.done = look();
    }

    private record Look(FileTime changed, long bytes) {}

    void untilInterrupted(Runnable again) {
        Map<Path, Look> last = done;
        while (!isInterruptedWithin(BETWEEN_LOOKS_MILLIS)) {
            Map<Path, Look> now = look();
            if (!now.equals(done) && now.equals(last)) {
                done = now;
                again.run();
            }
            last = now;
        }
    }

    private boolean isInterruptedWithin(long millis) {
        try {
            return never.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Map<Path, Look> look() {
        Map<Path, Look> looks = new HashMap<>();
        for (Path file : files.get()) {
            try {
                looks.put(file, new Look(Files.getLastModifiedTime(file), Files.size(file)));
            } catch (NoSuchFileException gone) {
                looks.put(file, new Look(FileTime.fromMillis(0), -1));
            } catch (IOException unreadable) {
                looks.put(file, new Look(FileTime.fromMillis(0), -2));
            }
        }
        return looks;
    }
}
