package io.firstcome.verify.report;

import java.util.Locale;

/// A chart in SVG; colours are the page's, by CSS class.
final class Chart {
    private static final int WIDTH = 900;
    private static final int LEFT = 66;
    private static final int RIGHT = 14;
    private static final int TOP = 46;
    private static final int BOTTOM = 48;

    private final String id;
    private final int height;
    private final Axis x;
    private final Axis y;
    private final StringBuilder body = new StringBuilder();

    /// @param id unique on the page
    Chart(String id, int height, Axis x, Axis y) {
        this.id = id;
        this.height = height;
        this.x = x;
        this.y = y;
        grid();
    }

    private void grid() {
        for (double tick : y.ticks()) {
            String at = y(tick);
            body.append("<path class=grid d='M%d %sH%d'/>".formatted(LEFT, at, WIDTH - RIGHT));
            body.append(text(LEFT - 8, at, "end", Axis.text(tick)));
        }
        int bottom = height - BOTTOM;
        for (double tick : x.ticks()) {
            body.append("<path class=axis d='M%s %dv5'/>".formatted(x(tick), bottom));
            body.append(text(x(tick), bottom + 19, "middle", Axis.text(tick)));
        }
        body.append("<path class=axis d='M%d %dH%d'/>".formatted(LEFT, bottom, WIDTH - RIGHT));
        body.append(text((LEFT + WIDTH - RIGHT) / 2, height - 9, "middle", x.label()));
        body.append(text(4, 12, "start", y.label()));
    }

    private static String text(Object x, Object y, String anchor, String text) {
        return "<text x=%s y=%s text-anchor=%s dy=.3em>%s</text>"
                .formatted(x, y, anchor, Html.escape(text));
    }

    String x(double value) {
        return number(LEFT + x.position(value) * (WIDTH - LEFT - RIGHT));
    }

    String y(double value) {
        return number(height - BOTTOM - y.position(value) * (height - TOP - BOTTOM));
    }

    String y(long count) {
        return y((double) count);
    }

    /// To a tenth of a point.
    private static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0
                ? Long.toString(tenths / 10)
                : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
    }

    /// Draws a path, in coordinates of `x` and `y`.
    void path(String cssClass, CharSequence path) {
        body.append("<path class='%s' d='%s'/>".formatted(cssClass, path));
    }

    /// Marks an instant.
    void mark(double at, String label) {
        path("mark", "M%s %dV%d".formatted(x(at), TOP - 8, height - BOTTOM));
        body.append(text(x(at), TOP - 15, "middle", label));
    }

    /// Marks a point.
    void circle(double at, long height) {
        body.append("<circle class=marked cx=%s cy=%s r=6 />".formatted(x(at), y(height)));
    }

    /// The chart with what it is and what it shows, for those who do not see it.
    String svg(String title, String description) {
        return """
        <div class=chart tabindex=0 role=region aria-labelledby=%1$s-t>
        <svg viewBox='0 0 %2$d %3$d' role=img aria-labelledby='%1$s-t %1$s-d'>\
        <title id=%1$s-t>%4$s</title><desc id=%1$s-d>%5$s</desc>%6$s</svg></div>
        """
                .formatted(id, WIDTH, height, Html.escape(title), Html.escape(description), body);
    }
}
