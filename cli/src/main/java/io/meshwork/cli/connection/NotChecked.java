package io.meshwork.cli.connection;

/** Why the data of a product was not checked, which the catalog tells of a version. */
public final class NotChecked {

    /** In the catalog's words. */
    private static final String QUALITY = "not_checked";

    private NotChecked() {}

    /**
     * @param quality of the product, as the catalog tells it
     * @return empty when the data was checked, or when nobody can say why it was not
     */
    public static String reason(ApiClient catalog, ProductName version, String quality) {
        return quality.equals(QUALITY) && catalog.get(version.path("")) instanceof ApiAnswer.Found(var body, var text)
                ? body.at("/score/reason").asString("")
                : "";
    }
}
