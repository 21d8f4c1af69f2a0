package io.firstcome.cli.text;

/// Text from elsewhere, made safe for a terminal: what could move the cursor, change colours or
/// turn the direction of writing is shown as an escape.
public final class Printable {
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Printable() {}

    /// Safe, and on one line.
    public static String line(String text) {
        return lines(text).replace("\n", "\\u000a");
    }

    /// Safe, on as many lines as it has.
    public static String lines(String text) {
        if (text.codePoints().allMatch(Printable::isSafe)) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(codePoint -> append(codePoint, safe));
        return safe.toString();
    }

    private static void append(int codePoint, StringBuilder safe) {
        if (isSafe(codePoint)) {
            safe.appendCodePoint(codePoint);
        } else {
            safe.append("\\u%04x".formatted(codePoint));
        }
    }

    private static boolean isSafe(int codePoint) {
        boolean isFormat = Character.getType(codePoint) == Character.FORMAT;
        return codePoint == '\n'
                || codePoint == ZERO_WIDTH_JOINER
                || !(isFormat || Character.isISOControl(codePoint));
    }
}
