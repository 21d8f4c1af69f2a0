package io.firstcome.connect.rest.openapi;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;

import io.firstcome.connect.rest.FieldPath;
import io.firstcome.connect.rest.Route;
import io.firstcome.connect.rest.StreamForm;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Makes the OpenAPI 3.1 document of routes.
public final class OpenApi {
    private static final String PROBLEM = "Problem";

    /// What a document says of itself.
    public record Info(String title, String version, String description) {}

    private final Comments comments;
    private final Schemas schemas;
    private final JsonObject paths = new JsonObject();
    private final Set<ServiceDescriptor> services = new LinkedHashSet<>();
    private final Set<String> operations = new HashSet<>();

    private OpenApi(Comments comments) {
        this.comments = comments;
        this.schemas = new Schemas(comments);
    }

    /// The document, as JSON.
    public static String document(Info info, List<Route> routes, Comments comments) {
        OpenApi openApi = new OpenApi(comments);
        routes.forEach(openApi::add);
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(openApi.document(info));
    }

    private JsonObject document(Info info) {
        JsonObject document = Schemas.of("openapi", "3.1.0");
        document.add(
                "info",
                Schemas.of(
                        "title", info.title(),
                        "version", info.version(),
                        "description", info.description()));
        document.add("servers", array(Schemas.of("url", "/")));
        JsonArray tags = new JsonArray();
        for (ServiceDescriptor service : services) {
            tags.add(Schemas.of("name", service.getName(), "description", comments.of(service)));
        }
        document.add("tags", tags);
        document.add("paths", paths);
        JsonObject components = new JsonObject();
        schemas.components().forEach(components::add);
        components.add(PROBLEM, ProblemSchema.schema());
        JsonObject holder = new JsonObject();
        holder.add("schemas", components);
        document.add("components", holder);
        return document;
    }

    private void add(Route route) {
        services.add(route.method().getService());
        String path = route.pathOfNames();
        if (!paths.has(path)) {
            paths.add(path, new JsonObject());
        }
        paths.getAsJsonObject(path).add(route.verb().toLowerCase(Locale.ROOT), operation(route));
    }

    private JsonObject operation(Route route) {
        String text = comments.of(route.method());
        JsonObject operation =
                Schemas.of("operationId", operationId(route), "summary", summary(text));
        Schemas.describe(operation, text);
        operation.add("tags", strings(route.method().getService().getName()));
        JsonArray parameters = parameters(route);
        if (!parameters.isEmpty()) {
            operation.add("parameters", parameters);
        }
        if (route.hasBody()) {
            operation.add("requestBody", requestBody(route));
        }
        operation.add("responses", responses(route));
        return operation;
    }

    /// The first sentence.
    private static String summary(String text) {
        return text.split("(?<=\\.)\\s", 2)[0];
    }

    private String operationId(Route route) {
        String name = route.method().getName();
        String id = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        String unique = id;
        for (int i = 2; !operations.add(unique); i++) {
            unique = id + i;
        }
        return unique;
    }

    private JsonArray parameters(Route route) {
        JsonArray parameters = new JsonArray();
        for (FieldPath variable : route.variables()) {
            JsonObject parameter = parameter("path", variable.jsonName(), variable.last());
            parameter.addProperty("required", true);
            parameters.add(parameter);
        }
        for (FieldPath field : route.queryFields()) {
            JsonObject parameter = parameter("query", field.jsonName(), field.last());
            if (field.fields().size() == 1 && Schemas.isRequired(field.last())) {
                parameter.addProperty("required", true);
            }
            parameters.add(parameter);
        }
        if (route.requestEtag() != null) {
            parameters.add(
                    header(
                            "If-Match",
                            "The ETag that must still be the current one, else the answer is"
                                    + " 412."));
        }
        route.terms().headers().forEach((name, text) -> parameters.add(header(name, text)));
        return parameters;
    }

    private JsonObject parameter(String in, String name, FieldDescriptor field) {
        JsonObject parameter = Schemas.of("name", name, "in", in);
        Schemas.describe(parameter, comments.of(field));
        parameter.add("schema", schemas.of(field));
        return parameter;
    }

    private static JsonObject header(String name, String description) {
        JsonObject header = Schemas.of("name", name, "in", "header", "description", description);
        header.add("schema", Schemas.of("type", "string"));
        return header;
    }

    private JsonObject requestBody(Route route) {
        JsonObject schema;
        boolean isRequired;
        FieldDescriptor bodyField = route.bodyField();
        if (bodyField == null) {
            Set<FieldDescriptor> inPath = new HashSet<>();
            route.variables().stream()
                    .filter(variable -> variable.fields().size() == 1)
                    .forEach(variable -> inPath.add(variable.last()));
            schema = schemas.object(route.method().getInputType(), f -> !inPath.contains(f));
            isRequired = schema.has("required");
        } else {
            schema = schemas.of(bodyField);
            isRequired = Schemas.isRequired(bodyField);
        }
        JsonObject body = new JsonObject();
        body.addProperty("required", isRequired);
        body.add("content", content("application/json", schema));
        return body;
    }

    private JsonObject responses(Route route) {
        FieldDescriptor field = route.responseBodyField();
        JsonObject schema =
                field == null
                        ? schemas.reference(route.method().getOutputType())
                        : schemas.of(field);
        JsonObject headers = new JsonObject();
        if (route.responseEtag() != null) {
            headers.add("ETag", responseHeader("What an If-Match can ask for."));
        }
        boolean creates = route.terms().location() != null;
        if (creates) {
            headers.add("Location", responseHeader("Where it is."));
        }
        JsonObject good = Schemas.of("description", description(route));
        if (!headers.isEmpty()) {
            good.add("headers", headers);
        }
        good.add(
                "content", route.isStream() ? stream(schema) : content("application/json", schema));
        JsonObject bad = Schemas.of("description", "Not done, and why.");
        bad.add("content", content("application/problem+json", Schemas.reference(PROBLEM)));
        JsonObject responses = new JsonObject();
        responses.add(creates ? "201" : "200", good);
        responses.add("default", bad);
        return responses;
    }

    private static String description(Route route) {
        if (route.isStream()) {
            return "One after another: a line for each, or an event. What fails after the first"
                    + " ends with a line {\"error\": Problem}, or an event named error whose"
                    + " data is a Problem; what goes well ends with an event named end.";
        }
        return route.terms().location() == null ? "Done." : "Created.";
    }

    /// The forms of a stream; the schema is that of each message of it.
    private static JsonObject stream(JsonObject schema) {
        JsonObject content = new JsonObject();
        for (StreamForm form : StreamForm.values()) {
            content.add(form.mediaType(), mediaType(schema));
        }
        return content;
    }

    private static JsonObject responseHeader(String description) {
        JsonObject header = Schemas.of("description", description);
        header.add("schema", Schemas.of("type", "string"));
        return header;
    }

    private static JsonObject content(String mediaType, JsonObject schema) {
        JsonObject content = new JsonObject();
        content.add(mediaType, mediaType(schema));
        return content;
    }

    private static JsonObject mediaType(JsonObject schema) {
        JsonObject type = new JsonObject();
        type.add("schema", schema);
        return type;
    }

    private static JsonArray array(JsonObject element) {
        JsonArray array = new JsonArray();
        array.add(element);
        return array;
    }

    private static JsonArray strings(String element) {
        JsonArray array = new JsonArray();
        array.add(element);
        return array;
    }
}
