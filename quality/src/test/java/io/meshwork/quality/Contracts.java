package io.meshwork.quality;

import io.meshwork.contract.model.Consumer;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Dataset;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.LifecycleStatus;
import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.Owner;
import io.meshwork.contract.model.PortKind;
import io.meshwork.contract.model.ProductType;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.contract.model.QualityDimension;
import io.meshwork.contract.model.ServiceLevelObjective;
import io.meshwork.contract.model.Terms;
import io.meshwork.contract.model.Threshold;
import io.meshwork.contract.model.Threshold.Operator;
import io.meshwork.contract.read.value.ServiceLevels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Contracts as facts: {@code aProduct().at("orders.csv").with(nulls("id", noRow()))}. */
public final class Contracts {

    private final List<Dataset> datasets = new ArrayList<>();
    private final List<OutputPort> ports = new ArrayList<>();
    private final List<QualityCheck> checks = new ArrayList<>();
    private final List<ServiceLevelObjective> serviceLevels = new ArrayList<>();
    private LifecycleStatus status = LifecycleStatus.PRODUCTION;
    private Terms terms = Terms.NONE;
    private String version = "1.0.0";
    private String domain = "shop";
    private String name = "orders";
    private String classification = "internal";
    private final List<Consumer> consumers = new ArrayList<>();

    public static Contracts aProduct() {
        return new Contracts();
    }

    public Contracts named(String domain, String name) {
        this.domain = domain;
        this.name = name;
        return this;
    }

    /** Names the team of a consumer. */
    public Contracts usedBy(String team) {
        consumers.add(new Consumer(team, null, null));
        return this;
    }

    public Contracts classified(String classification) {
        this.classification = classification;
        return this;
    }

    public Contracts version(String version) {
        this.version = version;
        return this;
    }

    /** {@code promising("freshness", "1 hour")}. */
    public Contracts promising(String property, String value) {
        return promising(property, value, null);
    }

    public Contracts promising(String property, String value, String element) {
        serviceLevels.add(ServiceLevels.objective(property, value, null, element));
        return this;
    }

    public Contracts status(LifecycleStatus status) {
        this.status = status;
        return this;
    }

    public Contracts holding(LocalDate from, LocalDate until) {
        this.terms = new Terms(null, null, from, until, null, null, List.of());
        return this;
    }

    public Contracts at(String location) {
        return port("files", PortKind.FILE, location.substring(location.lastIndexOf('.') + 1), location);
    }

    public Contracts port(String name, PortKind kind, String format, String location) {
        ports.add(new OutputPort(name, kind, format, location, null, Map.of()));
        return this;
    }

    /** {@code at(Map.of("host", "db.example.org", "database", "shop"))}. */
    public Contracts at(Map<String, Object> postgres) {
        ports.add(new OutputPort("table", PortKind.SQL, "postgresql", null, null, postgres));
        return this;
    }

    /** {@code stream("avro", "shop.orders", Map.of("host", "broker.example.org"))}. */
    public Contracts stream(String format, String topic, Map<String, Object> properties) {
        ports.add(new OutputPort("stream", PortKind.EVENT_STREAM, format, topic, null, properties));
        return this;
    }

    public Contracts schema(Field... fields) {
        return dataset("orders", fields);
    }

    public Contracts dataset(String name, Field... fields) {
        datasets.add(new Dataset(name, null, null, null, List.of(fields)));
        return this;
    }

    public Contracts with(QualityCheck... added) {
        checks.addAll(List.of(added));
        return this;
    }

    public DataProduct build() {
        return new DataProduct(
                domain,
                name,
                version,
                null,
                ProductType.SOURCE,
                status,
                null,
                classification,
                new Owner("team", "team@example.org"),
                List.of(),
                datasets,
                ports,
                List.of(),
                serviceLevels,
                checks,
                consumers,
                null,
                null,
                terms,
                Map.of());
    }

    public static Field field(String name, String type) {
        return field(name, type, false, false, false);
    }

    public static Field required(String name) {
        return field(name, "string", true, false, false);
    }

    public static Field unique(String name) {
        return field(name, "string", false, true, false);
    }

    public static Field key(String name) {
        return field(name, "string", false, false, true);
    }

    public static Field nested(String name, String type, Field... inside) {
        return new Field(name, null, type, null, null, false, false, false, false, null, List.of(), List.of(inside));
    }

    public static Field personal(String name) {
        return new Field(name, null, "string", null, null, false, false, false, true, null, List.of(), List.of());
    }

    public static Field tagged(String name, String tag) {
        return new Field(name, null, "string", null, null, false, false, false, false, null, List.of(tag), List.of());
    }

    public static Field classified(String name, String classification) {
        return new Field(
                name, null, "string", null, null, false, false, false, false, classification, List.of(), List.of());
    }

    /** A field whose type is narrowed by options. */
    public static Field limited(String name, String type, Map<String, Object> options) {
        return new Field(
                name, null, type, null, null, false, false, false, null, false, null, List.of(), options, null,
                List.of());
    }

    private static Field field(String name, String type, boolean required, boolean unique, boolean key) {
        return new Field(name, null, type, null, null, required, unique, key, false, null, List.of(), List.of());
    }

    public static QualityCheck check(Metric metric, Threshold threshold, String... fields) {
        return check(metric, Map.of(), threshold, fields);
    }

    public static QualityCheck check(
            Metric metric, Map<String, Object> arguments, Threshold threshold, String... fields) {
        return new QualityCheck(
                metric.name().toLowerCase(Locale.ROOT) + "_" + String.join("_", fields),
                "orders",
                List.of(fields),
                metric,
                QualityDimension.ACCURACY,
                arguments,
                null,
                threshold,
                Severity.ERROR,
                "");
    }

    public static QualityCheck sql(String query, Threshold threshold, String... fields) {
        return new QualityCheck(
                "sql",
                "orders",
                List.of(fields),
                Metric.SQL,
                QualityDimension.ACCURACY,
                Map.of(),
                query,
                threshold,
                Severity.ERROR,
                "");
    }

    public static QualityCheck asWarning(QualityCheck check) {
        return new QualityCheck(
                check.name(),
                check.dataset(),
                check.fields(),
                check.metric(),
                check.dimension(),
                check.arguments(),
                check.query(),
                check.threshold(),
                Severity.WARNING,
                check.pointer());
    }

    public static Threshold noRow() {
        return new Threshold(Operator.EQUAL, 0, null, false);
    }

    public static Threshold atLeast(double value) {
        return new Threshold(Operator.GREATER_OR_EQUAL, value, null, false);
    }

    public static Threshold atMost(double value) {
        return new Threshold(Operator.LESS_OR_EQUAL, value, null, false);
    }

    public static Threshold atMostPercent(double value) {
        return new Threshold(Operator.LESS_OR_EQUAL, value, null, true);
    }
}
