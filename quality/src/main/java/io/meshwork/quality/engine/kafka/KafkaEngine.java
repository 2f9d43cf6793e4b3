package io.meshwork.quality.engine.kafka;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.check.Measure;
import io.meshwork.quality.engine.Data;
import io.meshwork.quality.engine.DataTopic;
import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.engine.Look;
import io.meshwork.quality.engine.Others;
import io.meshwork.quality.engine.Rows;
import io.meshwork.quality.engine.ScanResult;
import io.meshwork.quality.engine.duckdb.DuckDbEngines;
import io.meshwork.quality.engine.duckdb.scratch.ScratchFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the newest records of a topic into a file and measures that; from brokers that the operator has set up. */
public final class KafkaEngine implements Engine<DataTopic>, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KafkaEngine.class);

    private final List<NamedCluster> clusters;
    private final WindowLimits limits;
    private final DuckDbEngines files;
    private final Path parent;
    private final Semaphore free;
    private final Clock clock;
    private @Nullable ScratchFolder folder;

    /**
     * @param clusters the first that serves a contract's brokers is taken
     * @param folder where windows are while they are measured; twice {@link WindowLimits#bytes} for each of
     *     {@link DuckDbEngines#threads}, which is how many are at a time
     */
    public KafkaEngine(
            List<NamedCluster> clusters, WindowLimits limits, DuckDbEngines files, Path folder, Clock clock) {
        this.clusters = List.copyOf(clusters);
        this.limits = limits;
        this.files = files;
        this.parent = folder;
        this.free = new Semaphore(files.threads(), true);
        this.clock = clock;
        try {
            folder();
        } catch (IOException e) {
            log.atWarn()
                    .addKeyValue("folder", folder)
                    .setCause(e)
                    .log("Topics cannot be checked until this folder can be used");
        }
    }

    /** Made at the start, which also removes what was left after a crash; where that fails, tried again when it is needed. */
    private synchronized ScratchFolder folder() throws IOException {
        ScratchFolder made = folder == null ? ScratchFolder.in(parent, "windows") : folder;
        folder = made;
        return made;
    }

    /** What is only a window of a topic is compared with nothing: what it lacks may stand before it. */
    @Override
    public Data open(DataTopic topic, Others others) {
        Optional<NamedCluster> cluster = clusters.stream()
                .filter(candidate -> candidate.serves(topic.brokers()))
                .findFirst();
        if (cluster.isEmpty()) {
            return closed(topic, unserved(topic));
        }
        if (topic.name().startsWith("__") || cluster.get().reserves(topic.name())) {
            return closed(topic, "it is of the brokers or the mesh itself and not of a product");
        }
        free.acquireUninterruptibly();
        boolean open = false;
        try {
            Data data = fetch(topic, cluster.get());
            open = data instanceof OpenWindow;
            return data;
        } finally {
            if (!open) {
                free.release();
            }
        }
    }

    private static String unserved(DataTopic topic) {
        return topic.brokers().isEmpty()
                ? "the contract names no brokers, and topics of the mesh's own are not read (mesh.quality.kafka.own)"
                : "its brokers are not set up; whoever runs the quality service adds mesh.quality.kafka.brokers.<name> with"
                        + " bootstrap-servers, properties and serves: " + String.join(",", topic.brokers());
    }

    private Data fetch(DataTopic topic, NamedCluster cluster) {
        try {
            return fetch(topic, cluster, folder().fresh());
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading data; the scan is to be run again", e);
        } catch (KafkaException e) {
            return failed(topic, Trouble.about(e, cluster), e);
        } catch (RegistryTrouble e) {
            return failed(topic, e.getMessage() + " (" + cluster.setting() + ")", e);
        } catch (IOException e) {
            return failed(topic, "its window cannot be written (mesh.quality.kafka.folder)", e);
        } catch (OutOfMemoryError e) {
            // A batch of a few bytes may unfold to a record of any size, before anyone can look at it.
            return failed(topic, "one of its records is larger than the memory of the service", e);
        }
    }

    private Data fetch(DataTopic topic, NamedCluster cluster, Path place) throws IOException {
        OpenWindow window = null;
        try (Consumer<byte[], byte[]> consumer = Clients.consumer(cluster)) {
            WriterSchemas schemas = new WriterSchemas(cluster.registry());
            Optional<Intake> intake = new TopicReader(consumer, topic, limits, schemas, clock)
                    .read(OpenWindow.file(place, topic), () -> isLatest(topic, cluster));
            if (intake.isEmpty()) {
                return closed(topic, Trouble.MISSING + cluster.setting());
            }
            window =
                    OpenWindow.of(topic, schemas.decimals(), place, intake.get().window(topic.name()), files, free);
            return window;
        } finally {
            if (window == null) {
                ScratchFolder.delete(place);
            }
        }
    }

    private static boolean isLatest(DataTopic topic, NamedCluster cluster) {
        Boolean asked = topic.wish().latest();
        return asked == null ? Clients.isCompacted(cluster, topic.name()) : asked;
    }

    private static Data failed(DataTopic topic, String why, Throwable cause) {
        log.atWarn().addKeyValue("topic", topic).setCause(cause).log("A topic could not be read");
        return closed(topic, why);
    }

    private static Data closed(DataTopic topic, String why) {
        return new Data.Closed("the topic " + topic + " cannot be checked: " + why);
    }

    @Override
    public ScanResult scan(DataTopic topic, Collection<Measure> measures, Others others) {
        try (Data data = open(topic)) {
            return data.scan(measures);
        }
    }

    @Override
    public Look look(DataTopic topic, List<Column> first, @Nullable Long rows) {
        try (Data data = open(topic)) {
            return data.look(first, rows);
        }
    }

    @Override
    public Map<Measure, Rows> failing(
            DataTopic topic, Collection<Measure> measures, List<Column> identifying, Others others) {
        try (Data data = open(topic)) {
            return data.failing(measures, identifying);
        }
    }

    /** What was being measured is given up; nothing of it stays on the disk. */
    @Override
    public synchronized void close() {
        if (folder != null) {
            folder.close();
        }
    }
}
