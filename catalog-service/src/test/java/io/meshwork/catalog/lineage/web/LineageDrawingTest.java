package io.meshwork.catalog.lineage.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.catalog.lineage.DatasetName;
import io.meshwork.catalog.lineage.Hop;
import io.meshwork.catalog.lineage.JobName;
import io.meshwork.catalog.lineage.LineageGraph;
import io.meshwork.catalog.lineage.ProductLabel;
import io.meshwork.catalog.lineage.Spot;
import io.meshwork.catalog.lineage.web.LineageDrawing.Arrow;
import io.meshwork.catalog.lineage.web.LineageDrawing.Box;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where boxes stand, and what they say. */
class LineageDrawingTest {

    private static final Spot ORDERS = new Spot.Product("shop.orders", null);
    private static final Spot CARTS = new Spot.Product("shop.carts", null);
    private static final Spot REPORT = new Spot.Product("crm.report", null);
    private static final Spot RAW = new Spot.Dataset(7);

    @Test
    void dataFlowsFromLeftToRight() {
        LineageDrawing drawing = LineageDrawing.of(
                graph(Map.of(ORDERS, 0, CARTS, 1, RAW, 2), declared(CARTS, ORDERS), observed(RAW, CARTS)),
                graph(Map.of(ORDERS, 0, REPORT, 1), declared(ORDERS, REPORT)));

        Map<String, Integer> x = drawing.boxes().stream().collect(Collectors.toMap(Box::name, Box::x));
        assertThat(x.get("raw/clicks")).isLessThan(x.get("shop.carts"));
        assertThat(x.get("shop.carts")).isLessThan(x.get("shop.orders"));
        assertThat(x.get("shop.orders")).isLessThan(x.get("crm.report"));
        assertThat(drawing.arrows()).extracting(Arrow::observed).containsExactly(false, true, false);
        assertThat(drawing.more()).isZero();
    }

    @Test
    void everythingFitsIntoThePicture() {
        LineageDrawing drawing = LineageDrawing.of(graph(Map.of(ORDERS, 0)), wide(20));

        assertThat(drawing.boxes())
                .allSatisfy(box -> {
                    assertThat(box.x() + box.width()).isLessThanOrEqualTo(drawing.width());
                    assertThat(box.y() + box.height()).isLessThanOrEqualTo(drawing.height());
                })
                .extracting(box -> List.of(box.x(), box.y()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aCircleIsDrawnOnce() {
        LineageDrawing drawing = LineageDrawing.of(
                graph(Map.of(ORDERS, 0, CARTS, 1), declared(CARTS, ORDERS), declared(ORDERS, CARTS)),
                graph(Map.of(ORDERS, 0, CARTS, 1), declared(ORDERS, CARTS), declared(CARTS, ORDERS)));

        assertThat(drawing.boxes()).hasSize(2);
        assertThat(drawing.arrows()).hasSize(2);
    }

    @Test
    void theNearestAreDrawnWhenThereAreTooMany() {
        LineageDrawing drawing = LineageDrawing.of(graph(Map.of(ORDERS, 0)), wide(300));

        assertThat(drawing.boxes()).hasSize(200);
        assertThat(drawing.more()).isEqualTo(101);
    }

    @Test
    void whatIsNotInTheCatalogHasNoLink() {
        LineageDrawing drawing = LineageDrawing.of(
                graph(Map.of(ORDERS, 0, new Spot.Source("a.table"), 1)), graph(Map.of(ORDERS, 0, CARTS, 1)));

        assertThat(drawing.boxes())
                .filteredOn(box -> box.link() != null)
                .extracting(Box::name)
                .containsExactly("shop.orders");
        assertThat(drawing.boxes())
                .filteredOn(box -> box.name().equals("shop.carts"))
                .extracting(Box::detail)
                .containsExactly("not in the catalog");
    }

    private static LineageGraph wide(int products) {
        Map<Spot, Integer> distances = new LinkedHashMap<>(Map.of(ORDERS, 0));
        List<Hop> hops = new ArrayList<>();
        IntStream.range(0, products).forEach(i -> {
            Spot one = new Spot.Product("shop.p" + i, null);
            distances.put(one, 1);
            hops.add(declared(ORDERS, one));
        });
        return graph(distances, hops.toArray(Hop[]::new));
    }

    private static LineageGraph graph(Map<Spot, Integer> distances, Hop... hops) {
        return new LineageGraph(
                List.of(ORDERS),
                distances,
                List.of(hops),
                Map.of("shop.orders", new ProductLabel("shop.orders", "1.0.0", null, "shop-team", null, List.of())),
                Map.of(7L, new DatasetName("s3://lake", "raw/clicks")),
                false);
    }

    private static Hop declared(Spot from, Spot to) {
        return new Hop(from, to, true, null, null, true);
    }

    private static Hop observed(Spot from, Spot to) {
        return new Hop(from, to, false, new JobName("etl", "load"), Instant.EPOCH, true);
    }
}
