package io.meshwork.quality.engine;

import static io.meshwork.quality.Contracts.aProduct;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.PortKind;
import io.meshwork.quality.Contracts;
import io.meshwork.quality.engine.FilePorts.Place;
import org.junit.jupiter.api.Test;

class FilePortsTest {

    private static Place find(Contracts contract) {
        return FilePorts.find(contract.build(), "orders");
    }

    private static String reason(Contracts contract) {
        return ((Place.Nowhere) find(contract)).reason();
    }

    @Test
    void takesTheFirstFilePortThatCanBeRead() {
        Place place = find(aProduct()
                .port("stream", PortKind.EVENT_STREAM, "avro", "orders")
                .port("lake", PortKind.FILE, "delta", "abfss://gold@lake/orders")
                .port("export", PortKind.FILE, "csv", "orders.csv")
                .port("other", PortKind.FILE, "parquet", "orders.parquet"));

        assertThat(place).isEqualTo(new Place.At(new DataFile("orders.csv", FileFormat.CSV, null)));
    }

    @Test
    void acceptsFileUrl() {
        assertThat(find(aProduct().port("export", PortKind.FILE, "json", "file:orders.json")))
                .isInstanceOf(Place.At.class);
    }

    @Test
    void tellsFormatByEndingWhenThePortDoesNotSay() {
        assertThat(find(aProduct().port("export", PortKind.FILE, null, "orders.ndjson")))
                .isEqualTo(new Place.At(new DataFile("orders.ndjson", FileFormat.JSON, null)));
    }

    @Test
    void saysThatRemoteDataIsNotReachable() {
        assertThat(reason(aProduct().port("lake", PortKind.FILE, "parquet", "abfss://gold@lake/orders")))
                .startsWith("abfss: is not reachable from here: port `lake`");
    }

    @Test
    void saysWhichPortsThereAreInstead() {
        assertThat(reason(aProduct().port("stream", PortKind.EVENT_STREAM, "avro", "orders")))
                .contains("no file output port, only event_stream");
    }

    @Test
    void saysThatTheFormatCannotBeChecked() {
        assertThat(reason(aProduct().port("export", PortKind.FILE, "xlsx", "orders.xlsx")))
                .contains("the format `xlsx`");
    }

    @Test
    void givesEachOfSeveralDatasetsItsOwnFile() {
        Contracts contract = aProduct()
                .dataset("customers")
                .dataset("orders")
                .port("customers", PortKind.FILE, "csv", "a.csv")
                .port("export", PortKind.FILE, "csv", "folder/orders.csv");

        assertThat(find(contract)).isEqualTo(new Place.At(new DataFile("folder/orders.csv", FileFormat.CSV, null)));
    }

    @Test
    void doesNotMeasureOneDatasetOnTheFileOfAnother() {
        assertThat(reason(aProduct().dataset("customers").dataset("orders").at("customers.csv")))
                .contains("2 datasets", "`orders`");
    }
}
