package io.meshwork.contract.change;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.DataProductJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A contract that uses every part of the model, and edits of it by JSON pointer. */
record Model(ObjectNode json) {

    static final JsonMapper JSON = new JsonMapper();

    static Model everything() {
        try (InputStream file = Model.class.getResourceAsStream("/contracts/everything.json")) {
            return new Model((ObjectNode) JSON.readTree(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Model of(DataProduct product) {
        return new Model((ObjectNode) JSON.readTree(DataProductJson.write(product)));
    }

    static DataProduct product() {
        return everything().read();
    }

    DataProduct read() {
        return DataProductJson.read(json.toString());
    }

    JsonNode at(String pointer) {
        return json.at(pointer);
    }

    /** Replaces what is there, or appends where the pointer ends in {@code -}. */
    Model set(String pointer, String value) {
        return set(pointer, JSON.readTree(value));
    }

    Model set(String pointer, JsonNode value) {
        JsonPointer place = JsonPointer.compile(pointer);
        Model copy = new Model(json.deepCopy());
        String last = place.last().getMatchingProperty();
        switch (copy.json.at(place.head())) {
            case ObjectNode object -> object.set(last, value);
            case ArrayNode array when last.equals("-") -> array.add(value);
            case ArrayNode array -> array.set(Integer.parseInt(last), value);
            case JsonNode other -> throw new IllegalArgumentException(pointer + " is inside of " + other);
        }
        return copy;
    }

    Model remove(String pointer) {
        JsonPointer place = JsonPointer.compile(pointer);
        Model copy = new Model(json.deepCopy());
        String last = place.last().getMatchingProperty();
        switch (copy.json.at(place.head())) {
            case ObjectNode object -> object.remove(last);
            case ArrayNode array -> array.remove(Integer.parseInt(last));
            case JsonNode other -> throw new IllegalArgumentException(pointer + " is inside of " + other);
        }
        return copy;
    }

    /** The same contract with every list of the model in another order. */
    Model shuffled(long seed) {
        Model copy = new Model(json.deepCopy());
        JsonNode custom = copy.json.remove("custom");
        shuffle(copy.json, new Random(seed));
        copy.json.set("custom", custom);
        return copy;
    }

    private static void shuffle(JsonNode node, Random random) {
        node.forEach(child -> shuffle(child, random));
        if (node instanceof ArrayNode array) {
            List<JsonNode> elements = new ArrayList<>();
            array.forEach(elements::add);
            Collections.shuffle(elements, random);
            array.removeAll();
            array.addAll(elements);
        }
    }

    /** Pointers to everything below the root. */
    List<String> pointers() {
        List<String> pointers = new ArrayList<>();
        collect(json, JsonPointer.empty(), pointers);
        return pointers;
    }

    private static void collect(JsonNode node, JsonPointer place, List<String> pointers) {
        if (node.isObject()) {
            node.properties().forEach(entry -> below(entry.getValue(), place.appendProperty(entry.getKey()), pointers));
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                below(node.get(i), place.appendIndex(i), pointers);
            }
        }
    }

    private static void below(JsonNode node, JsonPointer place, List<String> pointers) {
        pointers.add(place.toString());
        collect(node, place, pointers);
    }
}
