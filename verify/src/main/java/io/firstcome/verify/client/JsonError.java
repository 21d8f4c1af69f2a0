package io.firstcome.verify.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/// What the JSON of an error says that matters; of equal names the last one does.
///
/// In a drop there are thousands of them a second, so everything else is passed over.
///
/// @param code as Connect writes it; empty when absent
/// @param reason in a detail of Connect's errors, a member of its own in problem details; empty
///   when absent
record JsonError(String code, String reason) {
    static JsonError of(JsonParser tokens) throws IOException {
        String code = "";
        String reason = "";
        String detailed = "";
        for (String name = enter(tokens); name != null; name = tokens.nextFieldName()) {
            tokens.nextToken();
            switch (name) {
                case "code" -> code = text(tokens);
                case "reason" -> reason = text(tokens);
                case "details" -> detailed = firstReason(tokens);
                default -> tokens.skipChildren();
            }
        }
        return new JsonError(code, detailed.isEmpty() ? reason : detailed);
    }

    private static String firstReason(JsonParser details) throws IOException {
        String first = "";
        if (!details.isExpectedStartArrayToken()) {
            details.skipChildren();
            return first;
        }
        while (details.nextToken() != JsonToken.END_ARRAY) {
            String reason = member(details, "debug", JsonError::reason);
            first = first.isEmpty() ? reason : first;
        }
        return first;
    }

    private static String reason(JsonParser debug) throws IOException {
        return member(debug, "reason", JsonError::text);
    }

    /// What is read of a member of an object; empty when absent.
    private static String member(
            JsonParser tokens, String wanted, JsonTokens.Reading<String> reading)
            throws IOException {
        String read = "";
        for (String name = enter(tokens); name != null; name = tokens.nextFieldName()) {
            tokens.nextToken();
            if (name.equals(wanted)) {
                read = reading.of(tokens);
            } else {
                tokens.skipChildren();
            }
        }
        return read;
    }

    /// The name of an object's first member; null when there is none, or no object, which is passed
    /// over.
    private static @Nullable String enter(JsonParser tokens) throws IOException {
        if (tokens.isExpectedStartObjectToken()) {
            return tokens.nextFieldName();
        }
        tokens.skipChildren();
        return null;
    }

    /// A scalar as text; empty for anything else, which is passed over.
    private static String text(JsonParser tokens) throws IOException {
        String text = tokens.getValueAsString("");
        tokens.skipChildren();
        return text;
    }
}
