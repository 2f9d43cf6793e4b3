package io.meshwork.contract.read.value;

import java.util.regex.Pattern;

/** Values that the model keeps as text, and documents write as numbers. */
public final class PlainNumbers {

    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,17}");
    private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9]\\d{0,14})\\.\\d{1,15}");

    private PlainNumbers() {}

    /** The number, when a document that writes it shows the same text again; else the text. */
    public static Object read(String text) {
        if (WHOLE.matcher(text).matches()) {
            long number = Long.parseLong(text);
            return number == (int) number ? (Object) (int) number : (Object) number;
        }
        if (DECIMAL.matcher(text).matches()
                && Double.toString(Double.parseDouble(text)).equals(text)) {
            return Double.parseDouble(text);
        }
        return text;
    }
}
