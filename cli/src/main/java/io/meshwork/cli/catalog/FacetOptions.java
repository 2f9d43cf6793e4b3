package io.meshwork.cli.catalog;

import io.meshwork.cli.connection.ApiClient;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What a search is narrowed down by: of one facet any value given may fit, of several facets each must. */
final class FacetOptions {

    @Option(
            names = "--domain",
            paramLabel = "DOMAIN",
            description = "Only of this domain; may be repeated, as the others.")
    private List<String> domains = List.of();

    @Option(
            names = "--owner",
            paramLabel = "TEAM",
            description = "Only of this team, or contact where no team is named.")
    private List<String> owners = List.of();

    @Option(names = "--tag", paramLabel = "TAG", description = "Only with this tag.")
    private List<String> tags = List.of();

    @Option(names = "--type", paramLabel = "TYPE", description = "source, derived, aggregate or ml_feature.")
    private List<String> types = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Only with an output port of this format, such as parquet.")
    private List<String> formats = List.of();

    @Option(
            names = "--classification",
            paramLabel = "WORD",
            description = "Only of this sensitivity, such as internal.")
    private List<String> classifications = List.of();

    @Option(
            names = "--quality",
            paramLabel = "BAND",
            description = "excellent (from 99 %%), good (from 95 %%), fair (from 80 %%), poor or not_scored.")
    private List<String> qualities = List.of();

    @Option(names = "--compliance", paramLabel = "WORD", description = "unknown, compliant, warnings or violated.")
    private List<String> compliances = List.of();

    @Option(
            names = "--lifecycle",
            paramLabel = "STAGE",
            description = "development, testing, production, deprecated or retired.")
    private List<String> lifecycles = List.of();

    @Option(names = "--state", paramLabel = "STATE", description = "pending, listed, listed_with_warnings or blocked.")
    private List<String> states = List.of();

    /** As parameters of a query, each with its ampersand. */
    String asParameters() {
        return Stream.of(
                        parameters("domain", domains),
                        parameters("owner", owners),
                        parameters("tag", tags),
                        parameters("type", types),
                        parameters("format", formats),
                        parameters("classification", classifications),
                        parameters("quality", qualities),
                        parameters("compliance", compliances),
                        parameters("lifecycle", lifecycles),
                        parameters("state", states))
                .reduce("", String::concat);
    }

    private static String parameters(String name, List<String> values) {
        return values.stream()
                .map(value -> "&" + name + "=" + ApiClient.encoded(value))
                .reduce("", String::concat);
    }
}
