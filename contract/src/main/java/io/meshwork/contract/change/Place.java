package io.meshwork.contract.change;

/**
 * The same thing in both versions.
 *
 * @param before JSON pointer into the old version
 * @param after JSON pointer into the new one
 * @param path names for people, joined by dots
 */
record Place(String before, String after, String path) {

    static final Place ROOT = new Place("", "", "");

    Place child(String name) {
        String token = "/" + token(name);
        return new Place(before + token, after + token, joined(name));
    }

    /** The same thing for people, elsewhere in the documents. */
    Place at(String pointerBefore, String pointerAfter) {
        return new Place(pointerBefore, pointerAfter, path);
    }

    /** A list of the model whose elements have names of their own in paths. */
    Place list(String name) {
        return new Place(before + "/" + name, after + "/" + name, path);
    }

    Place item(int indexBefore, int indexAfter, String name) {
        return new Place(before + "/" + indexBefore, after + "/" + indexAfter, joined(name));
    }

    /** Where it is in the new version, or was in the old one, when it is gone. */
    String home() {
        return after.substring(0, Math.max(0, after.lastIndexOf('/')));
    }

    /** As RFC 6901 wants it. */
    static String token(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private String joined(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
