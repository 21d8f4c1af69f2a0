package io.firstcome.verify.adapter;

import io.firstcome.verify.client.Json;

import org.jspecify.annotations.Nullable;

/// One way to recognise what an answer means: all its conditions hold.
///
/// @param status the HTTP status; null: any
/// @param at where to look; null: the status alone decides; the empty one: the body as text
/// @param is what stands there; null: anything
/// @param contains a part of what stands there; null: anything
record Rule(
        @Nullable Integer status,
        @Nullable Pointer at,
        @Nullable String is,
        @Nullable String contains,
        Meaning meaning) {

    static Rule of(YamlSection section) {
        section.only("status", "at", "is", "contains", "means");
        Rule rule =
                new Rule(
                        section.optionalNumber("status"),
                        section.optionalPointer("at"),
                        section.optionalText("is"),
                        section.optionalText("contains"),
                        section.oneOf("means", Meaning.class));
        if (rule.at == null && (rule.is != null || rule.contains != null)) {
            throw section.wrong("at", "missing", "where the value stands, such as /reason");
        }
        if (rule.at == null && rule.status == null) {
            throw section.wrong("means", "of every answer", "a status, or at and is or contains");
        }
        return rule;
    }

    boolean fits(int answered, String body, Json json) {
        if (status != null && status != answered) {
            return false;
        }
        if (at == null) {
            return true;
        }
        String text = at.text().isEmpty() ? body : at.in(json).text();
        return !text.isEmpty()
                && (is == null || text.equals(is))
                && (contains == null || text.contains(contains));
    }
}
