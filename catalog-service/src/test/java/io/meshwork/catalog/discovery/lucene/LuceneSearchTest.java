package io.meshwork.catalog.discovery.lucene;

import static io.meshwork.catalog.discovery.Entries.product;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.catalog.discovery.Cursor;
import io.meshwork.catalog.discovery.Entries;
import io.meshwork.catalog.discovery.Entry;
import io.meshwork.catalog.discovery.Facet;
import io.meshwork.catalog.discovery.Order;
import io.meshwork.catalog.discovery.SearchRequest;
import io.meshwork.catalog.discovery.SearchResult;
import io.meshwork.catalog.discovery.SearchResult.FacetCounts;
import io.meshwork.catalog.discovery.SearchResult.Hit;
import io.meshwork.catalog.discovery.SearchResult.Mark;
import io.meshwork.catalog.discovery.SearchResult.Match;
import io.meshwork.catalog.discovery.SearchResult.ValueCount;
import io.meshwork.catalog.discovery.Source;
import io.meshwork.catalog.product.Listing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is found, in which order, and what is said about it. */
class LuceneSearchTest {

    @Test
    void everyTextOfAProductIsSearched() {
        FilledIndex index = FilledIndex.with(product("checkout.orders")
                .titled("Bestellungen")
                .described("Everything that customers bought")
                .tagged("revenue")
                .ownedBy("payments-crew")
                .withField("shippingAddress", "Where the parcel goes"));

        assertThat(Stream.of(
                        "checkout",
                        "orders",
                        "bestellungen",
                        "bought",
                        "revenue",
                        "crew",
                        "shipping",
                        "shippingaddress",
                        "parcel"))
                .allSatisfy(word -> assertThat(index.find(word)).containsExactly("checkout.orders"));
        assertThat(index.find("weather")).isEmpty();
    }

    @Test
    void everyWordMustBeThere() {
        FilledIndex index = FilledIndex.with(
                product("shop.orders").described("daily figures"),
                product("shop.returns").described("daily figures"));

        assertThat(index.find("daily orders")).containsExactly("shop.orders");
    }

    @Test
    void itMayBeTheBeginningOfVeryManyWordsAndTheWordItselfComesFirst() {
        List<Entries> products = new ArrayList<>(IntStream.range(0, 40)
                .mapToObj(i ->
                        product("shop.p" + (i + 10)).described("readings of temperatur" + (char) ('a' + i % 10) + i))
                .toList());
        products.add(product("shop.z").described("readings of temperatur"));
        FilledIndex index = FilledIndex.with(products.toArray(Entries[]::new));

        assertThat(index.find("temperatur")).hasSize(20).startsWith("shop.z");
    }

    @Test
    void theLastWordMayBeTheBeginningOfOne() {
        FilledIndex index = FilledIndex.with(
                product("shop.customer-orders"), product("shop.stock").described("customisation of stock"));

        assertThat(index.find("cus")).containsExactly("shop.customer-orders");
        assertThat(index.find("custom")).containsExactly("shop.customer-orders", "shop.stock");
        assertThat(index.find("cus orders")).isEmpty();
    }

    @Test
    void slipsAreForgiven() {
        FilledIndex index = FilledIndex.with(product("shop.customer-orders"), product("shop.stock"));

        assertThat(Stream.of("custmer", "cusotmer", "customerr", "costumer orders", "ordres"))
                .allSatisfy(slip -> assertThat(index.find(slip)).containsExactly("shop.customer-orders"));
    }

    @Test
    void aSlipThatSomebodyElseMadeTooIsForgivenWhenItFindsNothing() {
        FilledIndex index = FilledIndex.with(
                product("shop.customer-orders"), product("shop.stock").described("by custmer"));

        assertThat(index.find("custmer orders")).containsExactly("shop.customer-orders");
    }

    @Test
    void accentsCasePluralsAndHyphensDoNotMatter() {
        FilledIndex index = FilledIndex.with(product("shop.cafe-orders").titled("Café Größen"));

        assertThat(Stream.of("CAFE", "café", "order", "CafeOrders", "cafe_orders", "cafeorders", "grosse", "GRÖSSE"))
                .allSatisfy(word -> assertThat(index.find(word)).containsExactly("shop.cafe-orders"));
    }

    @Test
    void anExactIdOrNameComesFirst() {
        FilledIndex index = FilledIndex.with(
                product("shop.orders-of-orders")
                        .titled("Orders orders orders")
                        .described("orders")
                        .withConsumers(500),
                product("sales.orders"),
                product("shop.orders"));

        assertThat(index.find("orders").subList(0, 2)).containsExactlyInAnyOrder("sales.orders", "shop.orders");
        assertThat(index.find("shop.orders")).first().isEqualTo("shop.orders");
    }

    @Test
    void aWordInTheNameTellsMoreThanOneInADescription() {
        FilledIndex index = FilledIndex.with(
                product("a.first").described("stock stock stock stock stock stock"),
                product("b.second").withField("stock", null),
                product("c.stock"),
                product("d.fourth").titled("Stock of all"));

        assertThat(index.find("stock")).containsExactly("c.stock", "d.fourth", "a.first", "b.second");
    }

    @Test
    void whatIsUsedMoreComesFirstAmongEquals() {
        FilledIndex index = FilledIndex.with(
                product("a.stock-count"),
                product("b.stock-count").withConsumers(40),
                product("c.stock-count").in("deprecated"));

        assertThat(index.find("stock")).containsExactly("b.stock-count", "a.stock-count", "c.stock-count");
    }

    @Test
    void productsComeInTheOrderAskedFor() {
        FilledIndex index = FilledIndex.with(
                product("a.one").scored(0.5).freshAt("2026-01-01T00:00:00Z").withConsumers(3),
                product("a.two").scored(null).freshAt("2026-03-01T00:00:00Z").withConsumers(9),
                product("a.three").scored(0.9).freshAt("2026-02-01T00:00:00Z"));

        assertThat(index.ids(request("", Order.RELEVANCE))).containsExactly("a.two", "a.one", "a.three");
        assertThat(index.ids(request("", Order.QUALITY))).containsExactly("a.three", "a.one", "a.two");
        assertThat(index.ids(request("", Order.FRESHNESS))).containsExactly("a.two", "a.three", "a.one");
        assertThat(index.ids(request("", Order.USAGE))).containsExactly("a.two", "a.one", "a.three");
    }

    @Test
    void usageCountsConsumersAndProductsThatAreMadeFromIt() {
        FilledIndex index = FilledIndex.with(
                product("a.orders").withConsumers(2),
                product("b.daily").madeFrom("a.orders", "a.unknown"),
                product("c.weekly").madeFrom("a.orders", "b.daily"));

        assertThat(usage(index))
                .containsExactly(Map.entry("a.orders", 4), Map.entry("b.daily", 1), Map.entry("c.weekly", 0));

        index.add(product("c.weekly").madeFrom("b.daily"));
        index.add(product("d.late").madeFrom("a.orders", "c.weekly"), product("a.unknown"));

        assertThat(usage(index))
                .containsExactly(
                        Map.entry("a.orders", 4),
                        Map.entry("a.unknown", 1),
                        Map.entry("b.daily", 1),
                        Map.entry("c.weekly", 1),
                        Map.entry("d.late", 0));
    }

    @Test
    void retiredAndBlockedProductsAreHiddenUntilAskedFor() {
        FilledIndex index = FilledIndex.with(
                product("a.listed"),
                product("a.retired").in("retired"),
                product("a.blocked").in(Listing.State.BLOCKED),
                product("a.both").in("retired").in(Listing.State.BLOCKED));

        assertThat(index.find("")).containsExactly("a.listed");
        assertThat(index.ids(selecting(Map.of(Facet.LIFECYCLE, Set.of("retired")))))
                .containsExactly("a.retired");
        assertThat(index.ids(selecting(Map.of(Facet.STATE, Set.of("blocked"))))).containsExactly("a.blocked");
        assertThat(index.ids(new SearchRequest("", Map.of(), true, Order.RELEVANCE, null, 20)))
                .hasSize(4);
        assertThat(counts(index, SearchRequest.of("", 20), Facet.LIFECYCLE))
                .containsExactly(Map.entry("production", 1L), Map.entry("retired", 1L));
    }

    @Test
    void ofOneFacetAnyValueFitsAndOfSeveralFacetsEach() {
        FilledIndex index = threeDomains();

        assertThat(index.ids(selecting(Map.of(Facet.DOMAIN, Set.of("a", "b")))))
                .containsExactly("a.one", "a.two", "b.one");
        assertThat(index.ids(selecting(Map.of(Facet.DOMAIN, Set.of("a", "b"), Facet.TYPE, Set.of("derived")))))
                .containsExactly("a.two", "b.one");
        assertThat(index.ids(selecting(Map.of(Facet.TAG, Set.of("red", "blue"), Facet.TYPE, Set.of("source")))))
                .containsExactly("a.one", "c.one");
        assertThat(index.ids(selecting(Map.of(Facet.TAG, Set.of("never seen")))))
                .isEmpty();
    }

    @Test
    void aFacetsCountsIgnoreItsOwnSelectionOnly() {
        FilledIndex index = threeDomains();
        SearchRequest request = selecting(Map.of(Facet.DOMAIN, Set.of("a"), Facet.TYPE, Set.of("derived")));

        assertThat(index.search().search(request).total()).isEqualTo(1);
        assertThat(counts(index, request, Facet.DOMAIN)).containsExactly(Map.entry("a", 1L), Map.entry("b", 1L));
        assertThat(counts(index, request, Facet.TYPE))
                .containsExactly(Map.entry("derived", 1L), Map.entry("source", 1L));
        assertThat(counts(index, request, Facet.TAG)).containsExactly(Map.entry("blue", 1L));
    }

    @Test
    void aSelectedValueIsCountedAlsoWhenNothingHasIt() {
        SearchResult result = threeDomains().search().search(selecting(Map.of(Facet.DOMAIN, Set.of("nowhere"))));

        assertThat(facet(result, Facet.DOMAIN).values())
                .contains(new ValueCount("nowhere", 0, true), new ValueCount("a", 2, false));
    }

    /** Few or most of a segment, with deleted documents in it: counted by different ways, with the same result. */
    @Test
    void countsAreRightWhateverShareOfTheProductsIsFound() {
        Random random = new Random(7);
        FilledIndex index = FilledIndex.with();
        Map<String, Model> products = new HashMap<>();
        for (int round = 0; round < 6; round++) {
            List<Model> changed = IntStream.range(0, 100)
                    .mapToObj(i -> Model.of(random.nextInt(300), random))
                    .toList();
            changed.forEach(product -> products.put(product.id(), product));
            index.add(changed.stream().map(Model::entries).toArray(Entries[]::new));
        }

        for (String word : List.of("", "some", "half", "most", "every")) {
            List<Model> expected = products.values().stream()
                    .filter(product -> word.isEmpty() || product.words().contains(word))
                    .toList();
            SearchResult result = index.search().search(SearchRequest.of(word, 20));

            assertThat(result.total()).as(word).isEqualTo(expected.size());
            assertThat(countsByValue(result, Facet.DOMAIN))
                    .as("domains of what has '%s'", word)
                    .isEqualTo(expected.stream().collect(groupingBy(Model::domain, counting())));
            assertThat(countsByValue(result, Facet.TAG))
                    .as("tags of what has '%s'", word)
                    .isEqualTo(expected.stream()
                            .flatMap(product -> product.tags().stream())
                            .collect(groupingBy(tag -> tag, counting())));
        }
    }

    /** A product as a plain count would see it. */
    private record Model(String id, String domain, Set<String> tags, Set<String> words) {

        private static final Map<String, Double> SHARES = Map.of("some", 0.05, "half", 0.5, "most", 0.8, "every", 1.0);

        static Model of(int number, Random random) {
            String domain = "d" + number % 5;
            Set<String> tags = IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> "t" + random.nextInt(8))
                    .collect(toSet());
            Set<String> words = SHARES.entrySet().stream()
                    .filter(word -> random.nextDouble() < word.getValue())
                    .map(Map.Entry::getKey)
                    .collect(toSet());
            return new Model(domain + ".p" + number, domain, tags, words);
        }

        Entries entries() {
            return product(id).described(String.join(" ", words)).tagged(tags.toArray(String[]::new));
        }
    }

    private static Map<String, Long> countsByValue(SearchResult result, Facet facet) {
        return facet(result, facet).values().stream().collect(toMap(ValueCount::value, ValueCount::count));
    }

    @Test
    void aVeryCommonWordIsTakenForWhole() {
        Entries[] products = Stream.concat(
                        IntStream.range(0, 1_100)
                                .mapToObj(i -> product("shop.p" + i).described("order")),
                        Stream.of(product("shop.lines").described("orderlines"), product("shop.orderlines")))
                .toArray(Entries[]::new);
        FilledIndex index = FilledIndex.with(products);

        assertThat(index.search().search(SearchRequest.of("order", 1)).total())
                .as("descriptions with the word, and the name that begins so")
                .isEqualTo(1_101);
        assertThat(index.find("lines order"))
                .as("nothing has both as they stand")
                .contains("shop.lines");
        assertThat(index.find("orderl")).containsExactlyInAnyOrder("shop.orderlines", "shop.lines");
    }

    @Test
    void aFacetShowsItsMostFrequentValuesAndHowManyMoreThereAre() {
        FilledIndex index = FilledIndex.with(IntStream.range(0, 30)
                .mapToObj(i -> product("d" + i + ".orders").tagged("everywhere"))
                .toArray(Entries[]::new));
        SearchResult result = index.search().search(selecting(Map.of(Facet.TAG, Set.of("everywhere"))));

        assertThat(facet(result, Facet.DOMAIN).values()).hasSize(20);
        assertThat(facet(result, Facet.DOMAIN).more()).isEqualTo(10);
        assertThat(facet(result, Facet.TAG).values()).containsExactly(new ValueCount("everywhere", 30, true));
    }

    @Test
    void pagesHaveEveryProductOnceInWhateverOrder() {
        FilledIndex index = FilledIndex.with(IntStream.range(0, 57)
                .mapToObj(i -> product("a.stock-%02d".formatted(i))
                        .described("stock ".repeat(i % 5))
                        .scored(i % 3 / 4.0)
                        .withConsumers(i % 4))
                .toArray(Entries[]::new));

        for (Order order : Order.values()) {
            List<String> whole = index.ids(new SearchRequest("stock", Map.of(), false, order, null, 100));
            assertThat(whole).hasSize(57);
            assertThat(pages(index, order, () -> {})).as(order.text()).isEqualTo(whole);
        }
    }

    @Test
    void pagesGoOnWhereTheyEndedHoweverTheCatalogChanges() {
        FilledIndex index = FilledIndex.with(IntStream.range(0, 40)
                .mapToObj(i -> product("a.stock-%02d".formatted(i)).described("stock ".repeat(i % 5)))
                .toArray(Entries[]::new));
        List<String> before = index.ids(new SearchRequest("stock", Map.of(), false, Order.RELEVANCE, null, 100));
        List<Integer> more = new ArrayList<>();

        List<String> found = pages(index, Order.RELEVANCE, () -> {
            more.add(1);
            index.add(
                    product("z.other-" + more.size()),
                    product("z.stock-" + more.size()).titled("Stock"));
        });

        assertThat(found.stream().filter(id -> id.startsWith("a."))).isEqualTo(before);
    }

    @Test
    void tellsWhereTheWordsWereFound() {
        FilledIndex index = FilledIndex.with(product("shop.customer-orders")
                .described("What our customers have ordered")
                .withField("customerId", "Id of the customer"));

        Hit hit = index.search().search(SearchRequest.of("customer", 1)).hits().getFirst();

        assertThat(hit.matches())
                .containsExactly(
                        new Match(Source.NAME, "customer-orders", List.of(new Mark(0, 8))),
                        new Match(Source.FIELD, "customerId", List.of(new Mark(0, 8))),
                        new Match(Source.DESCRIPTION, "What our customers have ordered", List.of(new Mark(9, 18))),
                        new Match(Source.FIELD_DESCRIPTION, "Id of the customer", List.of(new Mark(10, 18))));
    }

    @Test
    void marksWhatASlipWasTakenFor() {
        FilledIndex index = FilledIndex.with(product("shop.stock").titled("All customers"));

        assertThat(index.search()
                        .search(SearchRequest.of("custmers", 1))
                        .hits()
                        .getFirst()
                        .matches())
                .containsExactly(new Match(Source.TITLE, "All customers", List.of(new Mark(4, 13))));
    }

    @Test
    void showsThePartOfALongTextThatHasTheWord() {
        FilledIndex index =
                FilledIndex.with(product("shop.stock").described("word ".repeat(300) + "needle" + " word".repeat(300)));

        Match match = index.search()
                .search(SearchRequest.of("needle", 1))
                .hits()
                .getFirst()
                .matches()
                .getFirst();

        assertThat(match.text()).hasSizeLessThanOrEqualTo(160).startsWith("word ");
        assertThat(match.marks())
                .singleElement()
                .satisfies(mark -> assertThat(match.text().substring(mark.start(), mark.end()))
                        .isEqualTo("needle"));
    }

    @Test
    void suggestsWordsThatFindSomethingWhenNothingIsFound() {
        FilledIndex index = FilledIndex.with(product("shop.customer-orders"), product("shop.stock"));

        assertThat(suggestion(index, "kustomer")).isEqualTo("customer");
        assertThat(suggestion(index, "customer zzzzzz orders")).isEqualTo("customer orders");
        assertThat(suggestion(index, "customer stock")).isIn("customer", "stock");
        assertThat(suggestion(index, "zzzzzz")).isNull();
        assertThat(suggestion(index, "orders")).isNull();
    }

    @Test
    void keepsWhatNeedsNoCorrectionInItsSuggestion() {
        FilledIndex index = FilledIndex.with(
                product("shop.eu-customers"),
                product("shop.us-customs"),
                product("shop.custom-b"),
                product("shop.custom-c"),
                product("shop.stock"));

        assertThat(suggestion(index, "us qustom")).isEqualTo("us custom");
        assertThat(suggestion(index, "qustome eu"))
                .as("the rarer correction goes with it")
                .isEqualTo("customer eu");
        assertThat(suggestion(index, "eu zzzzzz qustomer")).isEqualTo("eu customer");
        assertThat(suggestion(index, "stock qustomer")).as("nothing has both").isEqualTo("stock");
    }

    @Test
    void suggestsNothingWhenOnlyTheSelectionFindsNothing() {
        FilledIndex index = FilledIndex.with(product("shop.orders"));

        assertThat(index.search()
                        .search(new SearchRequest(
                                "orders", Map.of(Facet.DOMAIN, Set.of("sales")), false, Order.RELEVANCE, null, 20))
                        .suggestion())
                .isNull();
    }

    @Test
    void namesAreSuggestedAsOneTypes() {
        FilledIndex index = FilledIndex.with(
                product("shop.customer-orders").withConsumers(9),
                product("shop.customers"),
                product("shop.stock").described("custom stock"),
                product("crm.customer-old").in("retired"));

        assertThat(suggestions(index, "c")).containsExactly("shop.customer-orders", "shop.customers");
        assertThat(suggestions(index, "cust ord")).containsExactly("shop.customer-orders");
        assertThat(suggestions(index, "custmer")).contains("shop.customer-orders", "shop.customers");
        assertThat(suggestions(index, "")).isEmpty();
    }

    @Test
    void wordsBeyondTheLimitAreIgnoredAndCounted() {
        FilledIndex index = FilledIndex.with(product("shop.orders"));

        SearchResult result = index.search().search(SearchRequest.of("orders ".repeat(1_000), 20));

        assertThat(result.total()).isEqualTo(1);
        assertThat(result.ignoredWords()).isEqualTo(1_000 - 16);
    }

    @Test
    void nothingThatIsTypedHasAMeaningBeyondItsWords() {
        FilledIndex index = FilledIndex.with(product("shop.orders"), product("shop.stock"));
        List<String> hostile = List.of(
                "orders*",
                "*",
                "?",
                "orders~2",
                "\"orders",
                "(orders",
                "orders)",
                "orders AND NOT",
                "-orders",
                "orders^1e9",
                "id:shop.orders",
                "/.*/",
                "[a TO z]",
                "orders\u0000",
                "\uD83D\uDE00",
                "\uD800",
                "\u202Eorders",
                "a".repeat(2_000),
                "x ".repeat(1_000),
                "' or 1=1 --",
                "%27",
                "${jndi:ldap://x}",
                "ſ",
                "İ",
                "ﷺ".repeat(500),
                "e\u0301".repeat(500));

        assertThat(hostile).allSatisfy(text -> {
            assertThat(index.search().search(SearchRequest.of(text, 20)).total())
                    .isLessThanOrEqualTo(2);
            assertThat(index.search().suggest(text, 8)).hasSizeLessThanOrEqualTo(2);
        });
        assertThat(index.find("orders~2*")).isEqualTo(index.find("orders 2"));
        assertThat(index.find("*")).hasSize(2);
    }

    @Test
    void anEmptyIndexFindsNothingAndSaysSo() {
        LuceneIndex index = new LuceneIndex(new IndexFiles(null));

        SearchResult result = new LuceneSearch(index).search(SearchRequest.of("orders", 20));

        assertThat(result.hits()).isEmpty();
        assertThat(result.complete()).isFalse();
    }

    private static FilledIndex threeDomains() {
        return FilledIndex.with(
                product("a.one").tagged("red"),
                product("a.two").ofType("derived").tagged("blue"),
                product("b.one").ofType("derived").tagged("red", "green"),
                product("c.one").tagged("blue"));
    }

    private static SearchRequest request(String text, Order order) {
        return new SearchRequest(text, Map.of(), false, order, null, 20);
    }

    private static SearchRequest selecting(Map<Facet, Set<String>> selected) {
        return new SearchRequest("", selected, false, Order.RELEVANCE, null, 20);
    }

    private static List<String> pages(FilledIndex index, Order order, Runnable between) {
        List<String> ids = new ArrayList<>();
        Cursor after = null;
        do {
            SearchResult page = index.search().search(new SearchRequest("stock", Map.of(), false, order, after, 7));
            page.hits().forEach(hit -> ids.add(hit.product().id()));
            after = page.next();
            between.run();
        } while (after != null);
        return ids;
    }

    private static FacetCounts facet(SearchResult result, Facet facet) {
        return result.facets().stream()
                .filter(one -> one.facet() == facet)
                .findFirst()
                .orElseThrow();
    }

    private static List<Map.Entry<String, Long>> counts(FilledIndex index, SearchRequest request, Facet facet) {
        return facet(index.search().search(request), facet).values().stream()
                .map(value -> Map.entry(value.value(), value.count()))
                .toList();
    }

    private static List<Map.Entry<String, Integer>> usage(FilledIndex index) {
        return index.search().search(SearchRequest.of("", 20)).hits().stream()
                .map(hit -> Map.entry(hit.product().id(), hit.usage()))
                .toList();
    }

    private static String suggestion(FilledIndex index, String text) {
        return index.search().search(SearchRequest.of(text, 20)).suggestion();
    }

    private static List<String> suggestions(FilledIndex index, String text) {
        return index.search().suggest(text, 8).stream().map(Entry::id).toList();
    }
}
