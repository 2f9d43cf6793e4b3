package io.meshwork.quality.slo.sample;

/** Events, and how many of them met the objective. */
public record Count(long good, long total) {

    public static final Count NONE = new Count(0, 0);

    public long bad() {
        return total - good;
    }

    /** 0 to 1; 0 without events. */
    public double badShare() {
        return total == 0 ? 0 : (double) bad() / total;
    }

    /** 0 to 1; 1 without events. */
    public double goodShare() {
        return total == 0 ? 1 : (double) good / total;
    }

    public Count plus(Count more) {
        return new Count(good + more.good, total + more.total);
    }

    public Count minus(Count less) {
        return new Count(good - less.good, total - less.total);
    }
}
