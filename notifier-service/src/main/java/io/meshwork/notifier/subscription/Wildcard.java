package io.meshwork.notifier.subscription;

/** Patterns in which {@code *} stands for any text; linear in the text for each star, whatever a subscriber wrote. */
public final class Wildcard {

    private Wildcard() {}

    public static boolean matches(String pattern, String text) {
        int at = 0;
        int next = 0;
        int star = -1;
        int retry = 0;
        while (at < text.length()) {
            if (next < pattern.length() && pattern.charAt(next) == '*') {
                star = next++;
                retry = at;
            } else if (next < pattern.length() && pattern.charAt(next) == text.charAt(at)) {
                next++;
                at++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        return pattern.chars().skip(next).allMatch(c -> c == '*');
    }
}
