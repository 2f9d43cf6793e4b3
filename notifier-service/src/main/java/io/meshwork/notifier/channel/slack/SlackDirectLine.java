package io.meshwork.notifier.channel.slack;

import io.meshwork.notifier.news.News;
import io.meshwork.notifier.platform.DirectLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** To the channel of subscriptions without a target, which is that of ops. */
final class SlackDirectLine implements DirectLine {

    private static final Logger log = LoggerFactory.getLogger(SlackDirectLine.class);

    private final SlackRoutes routes;
    private final SlackGate gate;
    private final Rendering rendering;

    SlackDirectLine(SlackRoutes routes, SlackGate gate, Rendering rendering) {
        this.routes = routes;
        this.gate = gate;
        this.rendering = rendering;
    }

    @Override
    public boolean tell(News news) {
        var destination = routes.of("");
        if (destination.isEmpty()) {
            log.atError()
                    .addKeyValue("headline", news.headline())
                    .addKeyValue("reason", SlackRoutes.missing(""))
                    .log("Ops cannot be told");
            return true;
        }
        return switch (gate.post("", destination.get(), rendering.unrecorded(news))) {
            case Answer.Accepted _ -> true;
            case Answer.Refused(var reason) -> {
                log.atError()
                        .addKeyValue("headline", news.headline())
                        .addKeyValue("reason", reason)
                        .log("Ops cannot be told");
                yield true;
            }
            case Answer.Throttled _, Answer.Unavailable _, Answer.Spared _ -> false;
        };
    }
}
