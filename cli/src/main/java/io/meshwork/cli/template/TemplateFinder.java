package io.meshwork.cli.template;

import io.meshwork.cli.Unreadable;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.value.Ids;
import io.meshwork.contract.template.BuiltInTemplates;
import io.meshwork.contract.template.Template;
import io.meshwork.contract.template.TemplateReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds a template by what people call it: one of Meshwork's, a file, one of the catalog's; the catalog is asked last. */
final class TemplateFinder {

    private final TemplateReader reader = new TemplateReader();
    private final ApiClient catalog;

    TemplateFinder(ApiClient catalog) {
        this.catalog = catalog;
    }

    /** What was found. */
    sealed interface Result {

        record Found(Template template) implements Result {}

        /** @param problems of the file */
        record Invalid(List<Problem> problems) implements Result {}

        /** @param reason why there is none, and what there is */
        record None(String reason) implements Result {}

        /** @param answer which is not that there is no such template */
        record Unanswered(ApiAnswer answer) implements Result {}
    }

    /** @param what {@code NAME[@VERSION]}, or a file */
    Result find(String what) {
        Optional<Path> file = file(what);
        if (file.isPresent()) {
            return read(file.get());
        }
        String[] parts = what.split("@", 2);
        String name = parts[0];
        if (!Ids.isValid(name)) {
            return new Result.None("There is no file `" + what + "`, and it is no name of a template (NAME or"
                    + " NAME@VERSION); mesh template list tells which there are.");
        }
        return BuiltInTemplates.names().contains(name)
                ? builtIn(name, parts.length == 1 ? "" : parts[1])
                : inCatalog(name, parts.length == 1 ? "" : parts[1]);
    }

    private static Optional<Path> file(String what) {
        try {
            return Optional.of(Path.of(what)).filter(Files::isRegularFile);
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    private static Result builtIn(String name, String version) {
        Template template = BuiltInTemplates.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return version.isEmpty() || version.equals(template.version())
                ? new Result.Found(template)
                : new Result.None("There is no version " + version + " of " + name
                        + ", which comes with Meshwork in version " + template.version() + ".");
    }

    private Result inCatalog(String name, String version) {
        String path = "templates/" + name + (version.isEmpty() ? "" : "/" + ApiClient.encoded(version));
        return switch (catalog.get(path)) {
            case ApiAnswer.Found(var body, var text) ->
                registered(body.path("document").asString(""));
            case ApiAnswer.Refused refused ->
                new Result.None("There is no template " + name + (version.isEmpty() ? "" : "@" + version) + "; "
                        + String.join(", ", BuiltInTemplates.names())
                        + " come with Meshwork, and mesh template list tells which teams have registered.");
            case ApiAnswer.Undecided undecided -> new Result.Unanswered(undecided);
            case ApiAnswer.Unreachable unreachable -> new Result.Unanswered(unreachable);
        };
    }

    /** What a newer catalog takes, an older command line may not understand. */
    private Result registered(String document) {
        return switch (reader.read(document)) {
            case TemplateReader.Result.Accepted(var template) -> new Result.Found(template);
            case TemplateReader.Result.Refused(var problems) ->
                new Result.None("The catalog's template is not understood here: "
                        + problems.getFirst().message() + "; is this command as new as the catalog?");
        };
    }

    private Result read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return switch (reader.read(in.readNBytes(TemplateReader.MAX_BYTES + 1))) {
                case TemplateReader.Result.Accepted(var template) -> new Result.Found(template);
                case TemplateReader.Result.Refused(var problems) -> new Result.Invalid(problems);
            };
        } catch (IOException e) {
            return new Result.None(Unreadable.file(file));
        }
    }
}
