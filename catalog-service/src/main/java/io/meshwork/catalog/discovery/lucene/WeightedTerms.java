package io.meshwork.catalog.discovery.lucene;

import java.util.Iterator;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.jspecify.annotations.Nullable;

/** Terms whose frequency in the index is their weight. */
final class WeightedTerms extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final Map<String, Integer> weights;
    private @Nullable Iterator<Map.Entry<String, Integer>> rest;

    WeightedTerms(Map<String, Integer> weights) {
        this.weights = weights;
    }

    @Override
    public void reset() {
        rest = weights.entrySet().iterator();
    }

    @Override
    public boolean incrementToken() {
        if (rest == null || !rest.hasNext()) {
            return false;
        }
        Map.Entry<String, Integer> next = rest.next();
        clearAttributes();
        term.append(next.getKey());
        frequency.setTermFrequency(next.getValue());
        return true;
    }
}
