package io.firstcome.server.rest;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// The OpenAPI document of a port at `/openapi.json`, and at `/docs` a viewer of it that needs
/// nothing of the internet.
public final class ApiDocs implements Handler<HttpServerRequest> {
    /// The resource that is the document of the admin API.
    public static final String ADMIN = "io/firstcome/server/rest/admin-openapi.json";

    /// The resource that is the document of the issue API.
    public static final String ISSUE = "io/firstcome/server/rest/issue-openapi.json";

    private static final String OWN = "io/firstcome/server/rest/docs/";
    private static final String VIEWER = "META-INF/resources/webjars/swagger-ui/";
    private static final String VIEWER_PROPERTIES =
            "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String ONLY_FROM_HERE =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'";

    /// @param path of the resource
    private record Page(String path, String contentType) {}

    private final Map<String, Page> pages;
    private final Handler<HttpServerRequest> next;

    /// @param document the resource
    /// @param next serves all other paths
    public ApiDocs(String document, Handler<HttpServerRequest> next) {
        String viewer = VIEWER + viewerVersion() + "/";
        this.pages =
                Map.of(
                        "/openapi.json", new Page(document, "application/json"),
                        "/docs", new Page(OWN + "index.html", "text/html; charset=utf-8"),
                        "/docs/viewer.js", new Page(OWN + "viewer.js", "text/javascript"),
                        "/docs/swagger-ui-bundle.js",
                                new Page(viewer + "swagger-ui-bundle.js", "text/javascript"),
                        "/docs/swagger-ui.css", new Page(viewer + "swagger-ui.css", "text/css"),
                        "/docs/favicon-32x32.png",
                                new Page(viewer + "favicon-32x32.png", "image/png"));
        this.next = next;
    }

    private static String viewerVersion() {
        Properties properties = new Properties();
        try (InputStream in = resource(VIEWER_PROPERTIES)) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(VIEWER_PROPERTIES, e);
        }
        return properties.getProperty("version");
    }

    @Override
    public void handle(HttpServerRequest request) {
        Page page = pages.get(Objects.requireNonNullElse(request.path(), ""));
        boolean isRead =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (page == null || !isRead) {
            next.handle(request);
            return;
        }
        HttpServerResponse response = request.response();
        Objects.requireNonNull(Vertx.currentContext())
                .executeBlocking(() -> read(page))
                .onSuccess(content -> send(response, page, content))
                .onFailure(_ -> response.setStatusCode(500).end());
    }

    private static void send(HttpServerResponse response, Page page, Buffer content) {
        response.putHeader("content-type", page.contentType())
                .putHeader("content-security-policy", ONLY_FROM_HERE)
                .putHeader("x-content-type-options", "nosniff")
                .end(content);
    }

    private static Buffer read(Page page) throws IOException {
        try (InputStream in = resource(page.path())) {
            return Buffer.buffer(in.readAllBytes());
        }
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(
                ApiDocs.class.getClassLoader().getResourceAsStream(path), path);
    }
}
