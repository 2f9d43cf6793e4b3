package io.meshwork.catalog.discovery.lucene;

import io.meshwork.catalog.discovery.Entry;
import io.meshwork.catalog.discovery.Facet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** Products as documents of the index. A change of what is written here needs another {@link #FORMAT}. */
final class Documents {

    static final String FORMAT = "1";

    static final String ID = "id";
    /** Name and title, each written as words. */
    static final String CALLED = "called";
    /** The id written as words. */
    static final String ID_WORDS = "id-words";
    /** Every word, with its weight as frequency. */
    static final String WORD = "word";
    /** Beginnings of the words that people type first. */
    static final String START = "start";
    /** The products it is made from. */
    static final String INPUT = "input";
    /** Which build of the index wrote it. */
    static final String BUILD = "build";

    static final String QUALITY = "quality";
    static final String FRESH = "fresh";
    static final String USAGE = "usage";

    private static final String ENTRY = "entry";
    private static final String USED_BY = "used-by";
    private static final int PERMILLE = 1_000;
    private static final Instant FIRST_INSTANT = Instant.parse("2020-01-01T00:00:00Z");

    private static final FieldType WEIGHTED = weighted();

    /**
     * A product as it is kept.
     *
     * @param usedBy how many products are made from it
     */
    record Stored(Entry entry, int usedBy) {

        int usage() {
            return entry.consumers() + usedBy;
        }
    }

    private Documents() {}

    static Term id(String id) {
        return new Term(ID, id);
    }

    static Document of(Stored stored, long build) {
        Entry entry = stored.entry();
        Document document = new Document();
        document.add(new StringField(ID, entry.id(), Field.Store.NO));
        document.add(new SortedDocValuesField(ID, new BytesRef(entry.id())));
        document.add(new StringField(BUILD, Long.toString(build), Field.Store.NO));
        document.add(new StringField(ID_WORDS, asWords(entry.id()), Field.Store.NO));
        called(entry).forEach(name -> document.add(new StringField(CALLED, name, Field.Store.NO)));
        Weights weights = Weights.of(entry);
        document.add(new Field(WORD, new WeightedTerms(weights.words()), WEIGHTED));
        document.add(new Field(START, new WeightedTerms(weights.starts()), WEIGHTED));
        entry.inputs().forEach(input -> document.add(new StringField(INPUT, input, Field.Store.NO)));
        for (Facet facet : Facet.values()) {
            facet.valuesOf(entry)
                    .forEach(value -> document.add(new SortedSetDocValuesField(facet.name(), new BytesRef(value))));
        }
        document.add(new NumericDocValuesField(QUALITY, quality(entry)));
        document.add(new NumericDocValuesField(FRESH, seconds(entry.freshAt())));
        document.add(new NumericDocValuesField(USAGE, stored.usage()));
        document.add(new StoredField(ENTRY, EntryBytes.write(entry)));
        document.add(new StoredField(USED_BY, stored.usedBy()));
        return document;
    }

    static Stored read(StoredFields documents, int document) throws IOException {
        Document stored = documents.document(document, Set.of(ENTRY, USED_BY));
        int usedBy = stored.getField(USED_BY).numericValue().intValue();
        return new Stored(EntryBytes.read(stored.getBinaryValue(ENTRY)), usedBy);
    }

    /** What somebody who knows the product calls it. */
    private static Set<String> called(Entry entry) {
        return Stream.of(entry.header().name(), entry.header().title())
                .filter(Objects::nonNull)
                .map(Documents::asWords)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String asWords(String name) {
        return Word.joined(Word.of(name), " ");
    }

    /** Per mille and one, so that 0 is left for products without a score. */
    private static int quality(Entry entry) {
        Double score = entry.qualityScore();
        return score == null ? 0 : 1 + (int) Math.floor(Math.clamp(score, 0, 1) * PERMILLE);
    }

    /** An int counts the seconds until 2088. */
    private static int seconds(Instant time) {
        return Math.clamp(Duration.between(FIRST_INSTANT, time).toSeconds(), 0, Integer.MAX_VALUE);
    }

    private static FieldType weighted() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
