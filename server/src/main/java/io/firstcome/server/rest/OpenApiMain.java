package io.firstcome.server.rest;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.ServiceDescriptor;

import io.firstcome.api.admin.v1.CampaignServiceProto;
import io.firstcome.api.issue.v1.EventCouponServiceProto;
import io.firstcome.api.issue.v1.IssueServiceProto;
import io.firstcome.connect.rest.Route;
import io.firstcome.connect.rest.openapi.Comments;
import io.firstcome.connect.rest.openapi.OpenApi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Writes the OpenAPI documents, one for each port; a step of the build.
final class OpenApiMain {
    private static final String DEFINITIONS = "/io/firstcome/api/definitions.binpb";

    private static final String TIMES =
            "Times are RFC 3339 with an offset. Errors are problem details (RFC 9457) with a stable"
                    + " reason, and in Korean too. The same calls are there as Connect, gRPC and"
                    + " gRPC-Web.";

    private OpenApiMain() {}

    /// Writes them.
    ///
    /// @param args the version of the API, and the directory of classes to write to
    public static void main(String[] args) throws IOException {
        Comments comments = new Comments(definitions());
        Path directory = Path.of(args[1]);
        write(
                directory.resolve(ApiDocs.ADMIN),
                new OpenApi.Info("Firstcome admin API", args[0], TIMES),
                Stream.of(
                        CampaignServiceProto.getDescriptor().findServiceByName("CampaignService")),
                comments);
        write(
                directory.resolve(ApiDocs.ISSUE),
                new OpenApi.Info("Firstcome issue API", args[0], TIMES),
                Stream.of(
                        IssueServiceProto.getDescriptor().findServiceByName("IssueService"),
                        EventCouponServiceProto.getDescriptor()
                                .findServiceByName("EventCouponService")),
                comments);
    }

    private static FileDescriptorSet definitions() throws IOException {
        try (InputStream in = OpenApiMain.class.getResourceAsStream(DEFINITIONS)) {
            return FileDescriptorSet.parseFrom(Objects.requireNonNull(in, DEFINITIONS));
        }
    }

    private static void write(
            Path file, OpenApi.Info info, Stream<ServiceDescriptor> services, Comments comments)
            throws IOException {
        List<Route> routes =
                services.flatMap(service -> Route.of(service, RestTerms.OF_METHODS).stream())
                        .toList();
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, OpenApi.document(info, routes, comments));
    }
}
