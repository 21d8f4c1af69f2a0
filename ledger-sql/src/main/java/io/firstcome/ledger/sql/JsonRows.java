package io.firstcome.ledger.sql;

/// A JSON array of arrays, one for each row that goes to a database in one parameter.
final class JsonRows {
    private final StringBuilder json = new StringBuilder(4096).append('[');

    JsonRows begin() {
        json.append(json.length() > 1 ? ",[" : "[");
        return this;
    }

    JsonRows number(long number) {
        separate();
        json.append(number);
        return this;
    }

    JsonRows text(String text) {
        separate();
        appendText(json, text);
        return this;
    }

    JsonRows end() {
        json.append(']');
        return this;
    }

    private void separate() {
        if (json.charAt(json.length() - 1) != '[') {
            json.append(',');
        }
    }

    /// Appends `text`, which has no control characters, as a JSON string.
    static void appendText(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\');
            }
            json.append(c);
        }
        json.append('"');
    }

    @Override
    public String toString() {
        return json + "]";
    }
}
