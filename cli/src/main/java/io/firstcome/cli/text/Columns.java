package io.firstcome.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Lays out rows so that their cells stand below each other, also where letters are two columns
/// wide. Each column is as wide as its widest cell of all rows so far, the last as wide as it
/// happens to be.
public final class Columns {
    private static final String GAP = "  ";

    private final List<Integer> widths = new ArrayList<>();

    /// The rows as lines, without an end of line after the last.
    public String lines(List<List<String>> rows) {
        rows.forEach(this::widen);
        return rows.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private void widen(List<String> row) {
        for (int column = 0; column < row.size(); column++) {
            int width = width(row.get(column));
            if (column == widths.size()) {
                widths.add(width);
            } else if (width > widths.get(column)) {
                widths.set(column, width);
            }
        }
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            int padding = column == row.size() - 1 ? 0 : widths.get(column) - width(cell);
            line.append(column == 0 ? "" : GAP).append(cell).repeat(' ', padding);
        }
        return line.toString();
    }

    /// How many columns of a terminal `text` takes.
    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    /// The blocks of Hangul, kana, Chinese characters, full-width forms and emoji.
    private static boolean isWide(int codePoint) {
        return isWithin(codePoint, 0x1100, 0x115F)
                || isWithin(codePoint, 0x2E80, 0xA4CF)
                || isWithin(codePoint, 0xAC00, 0xD7A3)
                || isWithin(codePoint, 0xF900, 0xFAFF)
                || isWithin(codePoint, 0xFF00, 0xFF60)
                || isWithin(codePoint, 0xFFE0, 0xFFE6)
                || isWithin(codePoint, 0x1F300, 0x1FAFF)
                || isWithin(codePoint, 0x20000, 0x3FFFD);
    }

    private static boolean isWithin(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
