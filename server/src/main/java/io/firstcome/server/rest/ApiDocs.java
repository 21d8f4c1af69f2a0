package io.firstcome.server.rest;

import io.firstcome.server.Content;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

import org.jspecify.annotations.Nullable;

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

    /// A page, which is read when it is asked for first, and then kept.
    private static final class Page {
        private final String resource;
        private final String type;
        private @Nullable Future<Content> content;

        Page(String resource, String type) {
            this.resource = resource;
            this.type = type;
        }

        synchronized Future<Content> content(Context context) {
            if (content == null) {
                content = context.executeBlocking(this::read).map(Objects::requireNonNull);
            }
            return content;
        }

        private Content read() throws IOException {
            try (InputStream in = resource(resource)) {
                return Content.shared(type, in.readAllBytes());
            }
        }
    }

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
        if (page == null || !Content.isAskedForBy(request)) {
            next.handle(request);
            return;
        }
        Context context = Objects.requireNonNull(Vertx.currentContext());
        page.content(context)
                .onSuccess(content -> context.runOnContext(_ -> send(content, request)))
                .onFailure(_ -> request.response().setStatusCode(500).end());
    }

    private static void send(Content content, HttpServerRequest request) {
        request.response()
                .putHeader("content-security-policy", ONLY_FROM_HERE)
                .putHeader("x-content-type-options", "nosniff");
        content.answer(request, 200);
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(
                ApiDocs.class.getClassLoader().getResourceAsStream(path), path);
    }
}
