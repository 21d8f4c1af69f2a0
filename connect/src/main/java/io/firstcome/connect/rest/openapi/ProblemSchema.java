package io.firstcome.connect.rest.openapi;

import com.google.gson.JsonObject;

/// The schema of errors over REST.
final class ProblemSchema {
    private ProblemSchema() {}

    static JsonObject schema() {
        JsonObject properties = new JsonObject();
        add(properties, "type", "string", "Which problem it is, as a URI.");
        add(properties, "title", "string", "The same for people; the same for all of a type.");
        add(properties, "status", "integer", "The status of the response.");
        add(properties, "detail", "string", "What was wrong this time.");
        add(properties, "code", "string", "The code of an RPC, for example not_found.");
        add(properties, "reason", "string", "A stable name for programs to look at.");
        add(properties, "retryDelay", "string", "When to ask again, for example 0.250s.");
        properties.add("metadata", map("Facts that belong to the reason."));
        properties.add("messages", map("What to tell people, by language."));
        properties.add("violations", violations());
        JsonObject schema = Schemas.of("type", "object");
        schema.addProperty("description", "Why a call did not succeed (RFC 9457).");
        schema.add("properties", properties);
        return schema;
    }

    private static void add(JsonObject properties, String name, String type, String description) {
        properties.add(name, Schemas.of("type", type, "description", description));
    }

    private static JsonObject map(String description) {
        JsonObject map = Schemas.of("type", "object", "description", description);
        map.add("additionalProperties", Schemas.of("type", "string"));
        return map;
    }

    private static JsonObject violations() {
        JsonObject properties = new JsonObject();
        add(properties, "field", "string", "The field or parameter.");
        add(properties, "description", "string", "What was wrong with it and what is expected.");
        JsonObject items = Schemas.of("type", "object");
        items.add("properties", properties);
        JsonObject violations = Schemas.of("type", "array", "description", "What was not valid.");
        violations.add("items", items);
        return violations;
    }
}
