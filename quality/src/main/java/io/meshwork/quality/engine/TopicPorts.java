package io.meshwork.quality.engine;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.PortKind;
import io.meshwork.contract.read.odcs.ServerPorts;
import io.meshwork.contract.read.value.Measures;
import io.meshwork.quality.engine.Ports.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the topic of a dataset: the one that the port names, else the one that the dataset names, which is {@code physicalName}
 * before {@code name}. A port that names a topic belongs to the dataset of that name, when there are several.
 */
final class TopicPorts {

    private static final Set<String> KAFKA = Set.of("kafka", "eventhub", "eventhubs");
    private static final Set<String> OTHER_SYSTEMS = Set.of("kinesis", "pubsub", "pulsar", "amqp", "amqps");
    private static final List<String> BROKERS = List.of("host", "bootstrap_servers", "bootstrapServers");
    private static final Pattern URL =
            Pattern.compile("(?<system>[a-z]+)://(?<brokers>[^/@?#\\s]*)/(?<topic>[^/?#]+)/?");
    private static final Pattern BROKER = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)(:\\d{1,5})?");
    private static final Pattern TOPIC = Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,249}");

    private TopicPorts() {}

    static Place find(List<OutputPort> streams, DataProduct product, String dataset) {
        List<String> reasons = new ArrayList<>();
        for (OutputPort port : streams) {
            switch (look(port, product, dataset)) {
                case Place.At found -> {
                    return found;
                }
                case Place.Nowhere(String reason) -> reasons.add("port `" + port.name() + "` " + reason);
            }
        }
        return new Place.Nowhere(String.join("; ", reasons));
    }

    private static Place look(OutputPort port, DataProduct product, String dataset) {
        Matcher url = URL.matcher(location(port));
        boolean isUrl = url.matches();
        Optional<String> other = otherSystem(port, isUrl ? url.group("system") : null);
        if (other.isPresent()) {
            return new Place.Nowhere("is a stream of " + other.get() + "; topics of Kafka can be checked");
        }
        if (!isUrl && location(port).contains("://")) {
            return new Place.Nowhere(
                    "has a location that is no topic; write kafka://broker:9092/topic or the topic alone");
        }
        List<String> brokers = isUrl ? split(url.group("brokers")) : brokers(port);
        String own = isUrl ? url.group("topic") : ownTopic(port, brokers);
        String physical = physicalName(product, dataset);
        if (own != null && product.schema().size() > 1 && !own.equals(dataset) && !own.equals(physical)) {
            return new Place.Nowhere("is the topic `" + own + "` and not that of `" + dataset + "`");
        }
        return at(port, brokers, own != null ? own : physical != null ? physical : dataset);
    }

    private static Place at(OutputPort port, List<String> brokers, String topic) {
        if (!TOPIC.matcher(topic).matches()) {
            return new Place.Nowhere("names the topic `" + printable(topic)
                    + "`, which none can be called; write up to 249 letters, digits, dots, hyphens and underscores");
        }
        if (!brokers.stream().allMatch(broker -> BROKER.matcher(broker).matches())) {
            return new Place.Nowhere("names its brokers in a way that is not host:port; write the bootstrap servers");
        }
        Optional<RecordFormat> format = format(port);
        if (format.isEmpty()) {
            return new Place.Nowhere("has records in the format `" + port.format() + "`; avro and json can be checked");
        }
        return wish(port)
                .<Place>map(wish -> new Place.At(new DataTopic(brokers, topic, format.get(), wish)))
                .orElseGet(
                        () -> new Place.Nowhere("asks for a window that cannot be understood; write windowRecords as a"
                                + " number above 0, windowAge such as 24h, and latestPerKey as true or false"));
    }

    /** Empty for Kafka. A format such as JSON says nothing of the system. */
    private static Optional<String> otherSystem(OutputPort port, @Nullable String scheme) {
        return Stream.of(Optional.ofNullable(scheme), PortWords.word(port, "type"), Optional.ofNullable(port.format()))
                .flatMap(Optional::stream)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(OTHER_SYSTEMS::contains)
                .findFirst()
                .or(() -> Optional.ofNullable(scheme).filter(word -> !KAFKA.contains(word)));
    }

    private static Optional<RecordFormat> format(OutputPort port) {
        String format = port.format() == null ? "" : port.format().replaceAll("[ _-]", "");
        return switch (format) {
            case "", "kafka", "eventhub", "eventhubs", "topic", "stream", "eventstream" ->
                Optional.of(RecordFormat.ANY);
            case "avro" -> Optional.of(RecordFormat.AVRO);
            case "json", "jsonschema" -> Optional.of(RecordFormat.JSON);
            default -> Optional.empty();
        };
    }

    /** A location that only repeats the brokers names no topic. */
    private static @Nullable String ownTopic(OutputPort port, List<String> brokers) {
        String location = location(port);
        boolean address = location.isBlank()
                || brokers.contains(location)
                || location.equals(ServerPorts.location(PortKind.EVENT_STREAM, port.properties(), null));
        String written = address ? PortWords.word(port, "topic").orElse(null) : location.strip();
        return written != null && written.startsWith("topic:") ? written.substring("topic:".length()) : written;
    }

    private static List<String> brokers(OutputPort port) {
        List<String> hosts = BROKERS.stream()
                .map(key -> PortWords.word(port, key))
                .flatMap(Optional::stream)
                .flatMap(written -> split(written).stream())
                .toList();
        Optional<String> number = PortWords.word(port, "port");
        return hosts.size() == 1 && number.isPresent() && !hosts.getFirst().contains(":")
                ? List.of(hosts.getFirst() + ":" + number.get())
                : hosts;
    }

    private static List<String> split(String hosts) {
        return Stream.of(hosts.split(",", -1))
                .map(host -> host.strip().replaceFirst("^[A-Za-z_]+://", ""))
                .filter(host -> !host.isEmpty())
                .toList();
    }

    private static Optional<WindowWish> wish(OutputPort port) {
        Optional<String> records = PortWords.word(port, "windowRecords");
        Optional<String> age = PortWords.word(port, "windowAge");
        Optional<String> latest = PortWords.word(port, "latestPerKey").map(word -> word.toLowerCase(Locale.ROOT));
        Double seconds = age.map(word -> Measures.normalize(word, null)).orElse(null);
        boolean clear = records.stream().allMatch(word -> word.matches("[1-9]\\d{0,17}"))
                && (age.isEmpty() || seconds != null && seconds >= 1 && seconds < 1e11)
                && latest.stream().allMatch(word -> word.equals("true") || word.equals("false"));
        return clear
                ? Optional.of(new WindowWish(
                        records.map(Long::valueOf).orElse(null),
                        seconds == null ? null : Duration.ofSeconds(seconds.longValue()),
                        latest.map(Boolean::valueOf).orElse(null)))
                : Optional.empty();
    }

    private static @Nullable String physicalName(DataProduct product, String dataset) {
        return product.schema().stream()
                .filter(candidate -> candidate.name().equals(dataset))
                .map(Dataset::physicalName)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static String location(OutputPort port) {
        return port.location() == null ? "" : port.location();
    }

    private static String printable(String text) {
        String shown = text.replaceAll("\\p{Cntrl}", "?");
        return shown.length() > 100 ? shown.substring(0, 100) + "…" : shown;
    }
}
