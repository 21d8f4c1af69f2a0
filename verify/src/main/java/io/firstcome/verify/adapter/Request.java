package io.firstcome.verify.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.verify.client.Json;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A request as an adapter describes it, with `${variables}` in its path, headers and body.
///
/// @param admin whether it goes to the admin URL instead of the issue URL
record Request(
        boolean admin,
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    /// @param variables the variables that may stand in it
    static Request of(YamlSection section, boolean admin, List<String> variables) {
        String method = section.textOr("method", "POST");
        if (!List.of("GET", "POST", "PUT", "PATCH").contains(method)) {
            throw section.wrong("method", method, "GET, POST, PUT or PATCH");
        }
        String path = section.text("path");
        if (!path.startsWith("/") || path.contains(" ")) {
            throw section.wrong("path", path, "a path such as /coupons, without the host");
        }
        Request request =
                new Request(
                        admin(section, admin),
                        method,
                        path,
                        headers(section),
                        section.optionalText("body"));
        for (String used : request.variables()) {
            if (!variables.contains(used)) {
                throw section.wrong(
                        section.has("body") ? "body" : "path",
                        "${" + used + "}",
                        "${" + String.join("}, ${", variables) + "}");
            }
        }
        return request;
    }

    private static boolean admin(YamlSection section, boolean otherwise) {
        String server = section.textOr("server", otherwise ? "admin" : "issue");
        return switch (server) {
            case "admin" -> true;
            case "issue" -> false;
            default -> throw section.wrong("server", server, "issue or admin");
        };
    }

    private static Map<String, String> headers(YamlSection section) {
        YamlSection headers = section.optionalSection("headers");
        Map<String, String> all = headers == null ? Map.of() : headers.entries();
        for (Map.Entry<String, String> header : all.entrySet()) {
            if ((header.getKey() + header.getValue()).matches("(?s).*[\\r\\n].*")) {
                throw section.wrong("headers", "a line break in a header", "one line");
            }
        }
        return all;
    }

    URI base(URI adminUrl, URI issueUrl) {
        return admin ? adminUrl : issueUrl;
    }

    /// How often a variable stands in it.
    long count(String variable) {
        return variables().stream().filter(variable::equals).count();
    }

    private List<String> variables() {
        List<String> names = new ArrayList<>();
        String all = path + String.join("", headers.values()) + (body == null ? "" : body);
        VARIABLE.matcher(all).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /// The request with its variables filled in: percent-coded in the path, escaped in the body.
    Request with(Map<String, String> values) {
        Map<String, String> filled = new LinkedHashMap<>();
        headers.forEach((name, value) -> filled.put(name, fill(value, values, text -> text)));
        return new Request(
                admin,
                method,
                fill(path, values, text -> URLEncoder.encode(text, UTF_8).replace("+", "%20")),
                filled,
                body == null ? null : fill(body, values, Request::inString));
    }

    /// The request with one variable filled in by a text that is safe everywhere.
    Request withSafe(String variable, String text) {
        Map<String, String> values = Map.of(variable, text);
        Map<String, String> filled = new LinkedHashMap<>();
        headers.forEach((name, value) -> filled.put(name, fill(value, values, same -> same)));
        return new Request(
                admin,
                method,
                fill(path, values, same -> same),
                filled,
                body == null ? null : fill(body, values, same -> same));
    }

    boolean hasHeader(String name) {
        return headers.keySet().stream().anyMatch(name::equalsIgnoreCase);
    }

    /// Whether it tells when the campaign starts.
    boolean usesStart() {
        return variables().stream().anyMatch(name -> name.startsWith("start"));
    }

    private static String inString(String text) {
        String quoted = Json.quote(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String fill(
            String template, Map<String, String> values, UnaryOperator<String> escape) {
        return VARIABLE.matcher(template)
                .replaceAll(found -> {
                    String value = values.get(found.group(1));
                    return Matcher.quoteReplacement(
                            value == null ? found.group() : escape.apply(value));
                });
    }
}
