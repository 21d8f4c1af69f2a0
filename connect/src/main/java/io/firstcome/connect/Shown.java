package io.firstcome.connect;

/// Foreign text as error messages show it: quoted, and cut where it is long.
public final class Shown {
    private static final int LENGTH_MAX = 160;

    private Shown() {}

    public static String of(String text) {
        return '"' + cut(text) + '"';
    }

    public static String cut(String text) {
        if (text.length() <= LENGTH_MAX) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(LENGTH_MAX - 1));
        return text.substring(0, splitsPair ? LENGTH_MAX - 1 : LENGTH_MAX) + "…";
    }
}
