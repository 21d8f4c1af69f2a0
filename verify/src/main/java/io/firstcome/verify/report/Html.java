package io.firstcome.verify.report;

import java.util.Locale;

/// Small pieces of HTML.
final class Html {
    private static final int LENGTH_MAX = 2_000;

    private Html() {}

    /// `value` as text that can not be markup, in an element or in a quoted attribute; cut where it
    /// is longer than 2,000 characters.
    static String escape(Object value) {
        String text = value.toString();
        StringBuilder escaped = new StringBuilder(text.length());
        for (int index = 0; index < Math.min(LENGTH_MAX, text.length()); index++) {
            append(escaped, text.charAt(index));
        }
        return text.length() > LENGTH_MAX ? escaped + "…" : escaped.toString();
    }

    private static void append(StringBuilder escaped, char letter) {
        switch (letter) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.append(Character.isISOControl(letter) ? '\uFFFD' : letter);
        }
    }

    static String heading(String english, String korean) {
        return "<h2>%s <span lang=ko>%s</span></h2>\n".formatted(english, korean);
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String millis(long nanos) {
        return String.format(Locale.ROOT, "%,.2f ms", nanos / 1e6);
    }
}
