package io.meshwork.notifier.announcement;

import io.meshwork.notifier.news.Origin;

/** A fact and the event that brought it. */
public record Reported<F>(Origin origin, F fact) {}
