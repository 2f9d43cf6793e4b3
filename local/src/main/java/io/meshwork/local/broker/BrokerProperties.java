package io.meshwork.local.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The broker's settings, written anew at each start, since ports may change. */
record BrokerProperties(int port, int controllerPort, Path logs) {

    /** Listens on the loopback address only; topics exist only once {@code mesh topics apply} made them. */
    Properties toProperties() {
        Properties all = new Properties();
        all.put("process.roles", "broker,controller");
        all.put("node.id", "1");
        all.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        all.put("controller.listener.names", "CONTROLLER");
        all.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        all.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        all.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        all.put("log.dirs", logs.toString());
        all.put("auto.create.topics.enable", "false");
        all.put("offsets.topic.replication.factor", "1");
        all.put("offsets.topic.num.partitions", "8");
        all.put("transaction.state.log.replication.factor", "1");
        all.put("transaction.state.log.min.isr", "1");
        all.put("transaction.state.log.num.partitions", "4");
        all.put("share.coordinator.state.topic.replication.factor", "1");
        all.put("share.coordinator.state.topic.min.isr", "1");
        all.put("group.initial.rebalance.delay.ms", "0");
        all.put("log.cleaner.dedupe.buffer.size", String.valueOf(16 << 20));
        return all;
    }

    void write(Path file) {
        try (Writer writer = Files.newBufferedWriter(
                Files.createDirectories(file.getParent()).resolve(file.getFileName()))) {
            toProperties().store(writer, null);
        } catch (IOException failed) {
            throw new UncheckedIOException("the broker's settings " + file + " cannot be written", failed);
        }
    }
}
