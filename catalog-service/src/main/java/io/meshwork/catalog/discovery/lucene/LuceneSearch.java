package io.meshwork.catalog.discovery.lucene;

import io.meshwork.catalog.discovery.Cursor;
import io.meshwork.catalog.discovery.Entry;
import io.meshwork.catalog.discovery.Facet;
import io.meshwork.catalog.discovery.Search;
import io.meshwork.catalog.discovery.SearchRequest;
import io.meshwork.catalog.discovery.SearchResult;
import io.meshwork.catalog.discovery.SearchResult.Hit;
import io.meshwork.catalog.discovery.lucene.Ranking.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Searches the index. */
@Component
class LuceneSearch implements Search {

    private final LuceneIndex index;

    LuceneSearch(LuceneIndex index) {
        this.index = index;
    }

    @Override
    public SearchResult search(SearchRequest request) {
        try (View view = index.view()) {
            return new Searching(view, index.facets()).search(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Entry> suggest(String text, int limit) {
        try (View view = index.view()) {
            return new Searching(view, index.facets()).suggest(SearchRequest.of(text, limit));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One search in one view. */
    private record Searching(View view, Map<Facet, FacetValues> facets) {

        SearchResult search(SearchRequest request) throws IOException {
            Question question = Question.of(request.text());
            Vocabulary vocabulary = new Vocabulary(view.reader());
            Cursor after = request.after();
            boolean widened = after != null && after.widened();
            Plan plan = plan(question, vocabulary, widened, after);
            Found found = found(plan, request, facets);
            if (found.tally().total() == 0 && !widened && after == null && !question.isEmpty()) {
                widened = true;
                plan = plan(question, vocabulary, true, null);
                found = found(plan, request, facets);
            }
            boolean nothing = found.tally().total() == 0 && !question.isEmpty();
            return new SearchResult(
                    hits(found.page(request.limit()), new Highlights(plan.wanted())),
                    found.tally().total(),
                    FacetCounting.of(request, found.tally(), facets),
                    found.next(request.limit(), widened, plan.weights()),
                    view.complete(),
                    nothing ? suggestion(question, vocabulary) : null,
                    question.ignored());
        }

        private static Plan plan(Question question, Vocabulary vocabulary, boolean widened, @Nullable Cursor after)
                throws IOException {
            Plan plan = Plan.of(question, vocabulary, widened);
            return after == null ? plan : plan.weighedWith(after.weights());
        }

        List<Entry> suggest(SearchRequest request) throws IOException {
            Question question = Question.of(request.text());
            if (question.isEmpty()) {
                return List.of();
            }
            Found found = ranked(Starts.query(question), request, Map.of());
            var vocabulary = new Vocabulary(view.reader());
            if (found.tally().total() == 0) {
                found = found(Plan.of(question, vocabulary, false), request, Map.of());
            }
            if (found.tally().total() == 0) {
                found = found(Plan.of(question, vocabulary, true), request, Map.of());
            }
            List<Entry> entries = new ArrayList<>();
            for (Place place : found.page(request.limit())) {
                view.find(place.id()).map(Documents.Stored::entry).ifPresent(entries::add);
            }
            return entries;
        }

        private Found found(Plan plan, SearchRequest request, Map<Facet, FacetValues> counted) throws IOException {
            return ranked(plan.query(), request, counted);
        }

        private Found ranked(Query query, SearchRequest request, Map<Facet, FacetValues> counted) throws IOException {
            Cursor after = request.after();
            Ranking ranking =
                    new Ranking(request.limit() + 1, after == null ? null : new Place(after.key(), after.id()));
            Tally tally = new Tally(view.columns(), Selection.of(request, facets), request.order(), ranking, counted);
            view.searcher().search(query, tally);
            return new Found(tally, ranking.best());
        }

        private List<Hit> hits(List<Place> page, Highlights highlights) throws IOException {
            List<Hit> hits = new ArrayList<>();
            for (Place place : page) {
                view.find(place.id())
                        .map(stored -> new Hit(stored.entry(), stored.usage(), highlights.in(stored.entry())))
                        .ifPresent(hits::add);
            }
            return hits;
        }

        private @Nullable String suggestion(Question question, Vocabulary vocabulary) throws IOException {
            Spelling spelling = new Spelling(vocabulary, text -> {
                Plan plan = Plan.of(Question.of(text), vocabulary, false);
                return found(plan, SearchRequest.of(text, 1), Map.of()).tally().total() > 0;
            });
            return spelling.suggest(question);
        }
    }

    /** @param best one more than a page has, which tells that there is a next one */
    private record Found(Tally tally, List<Place> best) {

        List<Place> page(int limit) {
            return best.subList(0, Math.min(limit, best.size()));
        }

        @Nullable
        Cursor next(int limit, boolean widened, List<Float> weights) {
            if (best.size() <= limit) {
                return null;
            }
            Place last = best.get(limit - 1);
            return new Cursor(last.key(), last.id(), widened, weights);
        }
    }
}
