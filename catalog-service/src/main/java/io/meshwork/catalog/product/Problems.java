package io.meshwork.catalog.product;

import io.meshwork.contract.change.Change;
import io.meshwork.contract.change.VersionVerdict;
import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.Problem.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The catalog's own reasons to refuse a submission; the contract's come from its reader. */
public final class Problems {

    public static final String REVISION_MISMATCH = "product.revision.mismatch";
    public static final String VERSION_CONFLICT = "product.version.conflict";
    public static final String VERSION_TOO_LOW = "product.version.too-low";
    public static final String NOT_AUTHORIZED = "product.not-authorized";

    /** What the problems of one record may take, characters; three bytes each in UTF-8 at worst, and 512 KiB is the limit. */
    private static final int LONGEST = 120_000;

    private static final int MOST_NAMES = 10;

    private Problems() {}

    static Problem unknownAction(String action) {
        return whole(
                "product.action.unknown",
                "the action '" + cut(action) + "' is not known",
                "Send 'publish', 'deprecate' or 'acknowledge', or leave the field at its default.");
    }

    static Problem otherKey(String key, String productId) {
        return whole(
                "product.key.mismatch",
                "the record key '" + cut(key) + "' differs from the contract's product id '" + productId + "'",
                "Use '" + productId + "' (domain.name) as the record key.");
    }

    static Problem notAuthorized(String reason) {
        return whole(NOT_AUTHORIZED, reason, "Ask the owner of the domain, or sign in with a token for it.");
    }

    static Problem notAVersion(String version) {
        return at(
                "/version",
                "product.version.invalid",
                "the version '" + cut(version) + "' is not a semantic version",
                "Write MAJOR.MINOR.PATCH, such as 1.0.0.");
    }

    static Problem versionConflict(VersionId version) {
        return at(
                "/version",
                VERSION_CONFLICT,
                "version " + version.version() + " of " + version.productId()
                        + " is already published with other content",
                "Published versions never change: give the changed contract a higher version.");
    }

    static Problem versionTooLow(VersionId version, String highest) {
        return at(
                "/version",
                VERSION_TOO_LOW,
                "version " + version.version() + " of " + version.productId()
                        + " is lower than the highest published version " + highest,
                "Give the contract a version above " + highest + ".");
    }

    /** One problem per change that asks for a higher version. */
    static List<Problem> stepTooSmall(VersionVerdict.TooLow verdict, List<AffectedConsumer> consumers) {
        String advice =
                "Publish as " + verdict.required() + ", or take the change back." + affected(verdict, consumers);
        return verdict.because().stream()
                .map(change -> at(
                        change.after() == null ? change.home() : change.pointer(),
                        "product.change." + change.impact().text(),
                        "version " + verdict.declared() + " is too low a step from " + verdict.from() + " for a "
                                + change.impact().text() + " change: " + whatChanged(change),
                        advice))
                .toList();
    }

    private static String affected(VersionVerdict.TooLow verdict, List<AffectedConsumer> consumers) {
        return consumers.isEmpty() ? "" : " Version " + verdict.from() + " is used by " + names(consumers) + ".";
    }

    private static String names(List<AffectedConsumer> consumers) {
        String names = consumers.stream()
                .limit(MOST_NAMES)
                .map(one -> one.contact() == null ? one.name() : one.name() + " (" + one.contact() + ")")
                .map(Problems::cut)
                .collect(Collectors.joining(", "));
        return consumers.size() > MOST_NAMES ? names + " and " + (consumers.size() - MOST_NAMES) + " more" : names;
    }

    static Problem unknownDomain(String domain) {
        return at(
                "/domain",
                "product.domain.unknown",
                "there is no domain '" + domain + "'",
                "Correct the domain (`mesh domain list` shows those there are), or describe it first: `mesh domain define "
                        + domain + " --owner … --description …`.");
    }

    static Problem missing(String field, String advice) {
        return whole("product." + field + ".missing", "the request has no usable " + field, advice);
    }

    static Problem alreadyEnded(LocalDate end) {
        return at(
                "/terms/endDate",
                "product.contract.ended",
                "the contract ended on " + end,
                "Write an end date that is yet to come, or none.");
    }

    static Problem unknownProduct(String productId) {
        return whole(
                "product.unknown",
                "the catalog has no product '" + cut(productId) + "'",
                "Check the id; `mesh search` finds products by name.");
    }

    static Problem notListed(VersionId version, Collection<String> listed) {
        return whole(
                "product.version.not-listed",
                cut(version.toString()) + " is not listed",
                "Versions that can still be used: " + String.join(", ", listed) + ".");
    }

    static Problem sunsetPassed(Instant sunset) {
        return whole("product.sunset.past", "the sunset " + sunset + " has passed", "Give a time that is yet to come.");
    }

    static Problem nothingToAcknowledge(String productId) {
        return whole(
                "product.version.not-deprecated",
                "no version of '" + cut(productId) + "' that is asked about waits for consumers to move",
                "Only deprecated versions are acknowledged; the product's page shows which they are.");
    }

    static Problem severalVersions(Collection<String> versions) {
        return whole(
                "product.version.several",
                "several versions wait for their consumers: " + String.join(", ", versions),
                "Name the version.");
    }

    static Problem notAConsumer(String name, VersionLife life) {
        return whole(
                "product.consumer.unknown",
                "'" + cut(name) + "' is not a known consumer of version " + life.version(),
                "Acknowledge as one of: " + names(life.consumers()) + ".");
    }

    private static String whatChanged(Change change) {
        String values = change.before() == null || change.after() == null
                ? ""
                : " from " + cut(String.valueOf(change.before())) + " to " + cut(String.valueOf(change.after()));
        return change.path() + " " + change.kind().text() + values + ". " + change.reason();
    }

    static Problem revisionMismatch(long expected, long actual) {
        return whole(
                REVISION_MISMATCH,
                "the product is at revision " + actual + ", not at the expected revision " + expected,
                "Read the product again, and submit with its current revision if the change still makes sense.");
    }

    static Problem tooLarge() {
        return whole(
                "product.contract.too-large",
                "the contract takes more than the 512 KiB that a record may have, once written in the common model",
                "Shorten descriptions and custom properties, or split the product.");
    }

    /** As many of the problems as fit into one record, in order; the last one then tells how many more there are. */
    static List<Problem> bounded(List<Problem> problems) {
        List<Problem> kept = new ArrayList<>();
        int characters = 0;
        for (Problem problem : problems) {
            characters += length(problem);
            if (characters > LONGEST) {
                kept.add(notListed(problems.size() - kept.size()));
                break;
            }
            kept.add(problem);
        }
        return kept;
    }

    private static int length(Problem problem) {
        return problem.code().length()
                + problem.message().length()
                + problem.advice().length()
                + problem.pointer().length();
    }

    private static Problem notListed(int more) {
        return whole(
                "contract.too-many-problems", more + " more problems are not listed", "Mend the ones listed first.");
    }

    private static Problem whole(String code, String message, String advice) {
        return at("", code, message, advice);
    }

    /** @param pointer into the product in the common model; {@code Rejected.of} makes it one into the document */
    private static Problem at(String pointer, String code, String message, String advice) {
        return new Problem(code, Severity.ERROR, message, advice, pointer, 0, 0);
    }

    private static String cut(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
