package io.meshwork.catalog.discovery.lucene;

import io.meshwork.catalog.discovery.Entry;
import io.meshwork.catalog.discovery.SearchResult.Mark;
import io.meshwork.catalog.discovery.SearchResult.Match;
import io.meshwork.catalog.discovery.Source;
import java.util.ArrayList;
import java.util.List;

/** Where the words of a question are in a product that was found. */
final class Highlights {

    private static final int MOST_MATCHES = 6;
    private static final int MOST_PER_SOURCE = 3;
    private static final int LONGEST_TEXT = 160;
    private static final int BEFORE_FIRST_MARK = 40;

    private final List<Wanted> wanted;

    Highlights(List<Wanted> wanted) {
        this.wanted = wanted;
    }

    List<Match> in(Entry entry) {
        List<Match> matches = new ArrayList<>();
        for (Source source : Source.values()) {
            int most = Math.min(MOST_MATCHES, matches.size() + MOST_PER_SOURCE);
            for (String text : EntryTexts.of(entry, source)) {
                if (matches.size() == most) {
                    break;
                }
                List<Mark> marks = marks(text, Weights.hasStarts(source));
                if (!marks.isEmpty()) {
                    matches.add(part(source, text, marks));
                }
            }
        }
        return matches;
    }

    private List<Mark> marks(String text, boolean named) {
        List<Word> words = Word.of(text);
        List<Mark> marks = new ArrayList<>();
        for (Word word : words) {
            if (isWanted(word, named)) {
                marks.add(new Mark(word.start(), word.end()));
            }
        }
        return marks.isEmpty() && words.size() > 1 && isWritten(words, named)
                ? List.of(new Mark(words.getFirst().start(), words.getLast().end()))
                : marks;
    }

    /** Whether the words were asked for as one: {@code customerorders}. */
    private boolean isWritten(List<Word> words, boolean named) {
        if (words.size() > Word.LONGEST) {
            return false;
        }
        String joined = Word.joined(words, "");
        return joined.length() <= Word.LONGEST && isWanted(new Word(joined, Word.stem(joined), 0, 0), named);
    }

    /** Asked of every word of every text on a page, so without a stream. */
    private boolean isWanted(Word word, boolean named) {
        for (Wanted one : wanted) {
            if (one.isIn(word, named)) {
                return true;
            }
        }
        return false;
    }

    private static Match part(Source source, String text, List<Mark> marks) {
        if (text.length() <= LONGEST_TEXT) {
            return new Match(source, text, marks);
        }
        int from = wordStart(text, Math.max(0, marks.getFirst().start() - BEFORE_FIRST_MARK));
        int to = Math.max(
                Math.min(text.length(), from + LONGEST_TEXT),
                Math.min(marks.getFirst().end(), from + Word.LONGEST * 4));
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to--;
        }
        int end = to;
        List<Mark> inside = marks.stream()
                .filter(mark -> mark.start() >= from && mark.end() <= end)
                .map(mark -> new Mark(mark.start() - from, mark.end() - from))
                .toList();
        return new Match(source, text.substring(from, end), inside);
    }

    private static int wordStart(String text, int from) {
        int space = text.indexOf(' ', from);
        boolean near = from > 0 && space >= 0 && space < from + BEFORE_FIRST_MARK;
        int start = near ? space + 1 : from;
        return start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start;
    }
}
