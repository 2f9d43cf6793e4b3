package io.meshwork.notifier.channel.slack;

import java.util.List;

/**
 * What is posted to Slack.
 *
 * @param text what devices show that show no blocks
 * @param mrkdwn always false: the text holds words from elsewhere
 */
record SlackMessage(String text, boolean mrkdwn, List<Block> blocks) {

    static final int TEXT = 3_000;

    static SlackMessage of(String text, List<Block> blocks) {
        return new SlackMessage(SlackText.plain(text, TEXT).text(), false, blocks);
    }
}
