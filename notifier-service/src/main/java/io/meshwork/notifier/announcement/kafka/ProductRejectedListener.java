package io.meshwork.notifier.announcement.kafka;

import static io.meshwork.notifier.announcement.kafka.Origins.words;
import static io.meshwork.notifier.announcement.kafka.Origins.wordsOrNull;

import io.meshwork.events.ProductRejected;
import io.meshwork.events.RejectionProblem;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.TopicListener;
import io.meshwork.notifier.announcement.ProductNews;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.kafka.OutcomePublications;
import io.meshwork.notifier.product.Finding;
import io.meshwork.notifier.product.Rejected;
import org.springframework.stereotype.Component;

@Component("productRejected")
class ProductRejectedListener extends TopicListener<ProductRejected> {

    private final ProductNews news;
    private final Links links;

    ProductRejectedListener(ProductNews news, Links links) {
        super("product.rejected", ProductRejected.class);
        this.news = news;
        this.links = links;
    }

    @Override
    public String expectedKey(ProductRejected value) {
        return value.getProductId();
    }

    @Override
    protected void handle(Batch<ProductRejected> batch) {
        var reports = batch.events().stream()
                .map(event -> Origins.report(event, ProductRejectedListener::fact))
                .toList();
        news.rejected(reports, new OutcomePublications(batch, links));
    }

    private static Rejected fact(ProductRejected value) {
        return new Rejected(
                words(value.getProductId()),
                wordsOrNull(value.getVersion()),
                value.getProblems().stream()
                        .map(ProductRejectedListener::finding)
                        .toList(),
                words(value.getPrincipal()),
                value.getRejectedAt());
    }

    private static Finding finding(RejectionProblem problem) {
        var place = problem.getLine() > 0
                ? "line " + problem.getLine() + ", column " + problem.getColumn()
                : problem.getPointer();
        return new Finding(
                problem.getCode(),
                place.isEmpty() ? problem.getMessage() : place + ": " + problem.getMessage(),
                problem.getAdvice());
    }
}
