package io.firstcome.verify.adapter;

import io.firstcome.verify.client.Json;

/// A JSON pointer (RFC 6901): where in an answer something stands. The empty one is the whole.
record Pointer(String text) {
    /// What stands there; absent where nothing does.
    Json in(Json document) {
        Json found = document;
        for (String token : text.split("/", -1)) {
            boolean whole = found == document && token.isEmpty();
            found = whole ? found : step(found, token.replace("~1", "/").replace("~0", "~"));
        }
        return found;
    }

    private static Json step(Json json, String token) {
        boolean index = token.matches("\\d{1,9}");
        if (index && Integer.parseInt(token) < json.elements().size()) {
            return json.elements().get(Integer.parseInt(token));
        }
        return json.get(token);
    }
}
