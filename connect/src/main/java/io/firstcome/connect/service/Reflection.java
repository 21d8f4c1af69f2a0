package io.firstcome.connect.service;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;

import io.firstcome.connect.Call;
import io.firstcome.connect.Code;
import io.firstcome.connect.Requests;
import io.firstcome.connect.Responses;
import io.firstcome.connect.Router;
import io.firstcome.connect.service.reflection.v1.ErrorResponse;
import io.firstcome.connect.service.reflection.v1.ExtensionNumberResponse;
import io.firstcome.connect.service.reflection.v1.FileDescriptorResponse;
import io.firstcome.connect.service.reflection.v1.ListServiceResponse;
import io.firstcome.connect.service.reflection.v1.ServerReflectionProto;
import io.firstcome.connect.service.reflection.v1.ServerReflectionRequest;
import io.firstcome.connect.service.reflection.v1.ServerReflectionResponse;
import io.firstcome.connect.service.reflection.v1.ServiceResponse;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/// `grpc.reflection.v1.ServerReflection`: tells tools such as grpcurl what a server serves, down to
/// the types of its messages. Extensions are not told of.
public final class Reflection {
    private final TreeSet<String> services = new TreeSet<>();
    private final Map<String, FileDescriptor> filesByName = new HashMap<>();
    private final Map<String, FileDescriptor> filesBySymbol = new HashMap<>();

    private Reflection(Collection<ServiceDescriptor> services) {
        for (ServiceDescriptor service : services) {
            this.services.add(service.getFullName());
            add(service.getFile());
        }
    }

    private void add(FileDescriptor file) {
        if (filesByName.putIfAbsent(file.getName(), file) != null) {
            return;
        }
        file.getDependencies().forEach(this::add);
        file.getMessageTypes().forEach(this::add);
        file.getEnumTypes().forEach(type -> filesBySymbol.put(type.getFullName(), file));
        for (ServiceDescriptor service : file.getServices()) {
            filesBySymbol.put(service.getFullName(), file);
            for (MethodDescriptor method : service.getMethods()) {
                filesBySymbol.put(method.getFullName(), file);
            }
        }
    }

    private void add(Descriptor type) {
        filesBySymbol.put(type.getFullName(), type.getFile());
        type.getFields().forEach(field -> filesBySymbol.put(field.getFullName(), field.getFile()));
        type.getNestedTypes().forEach(this::add);
        type.getEnumTypes()
                .forEach(nested -> filesBySymbol.put(nested.getFullName(), nested.getFile()));
    }

    /// Adds the service to what a server serves, telling of what was added before it and of itself.
    public static void addTo(Router.Builder router) {
        ServiceDescriptor service =
                ServerReflectionProto.getDescriptor().findServiceByName("ServerReflection");
        Reflection reflection = new Reflection(router.services());
        reflection.services.add(service.getFullName());
        reflection.add(service.getFile());
        router.bidiStream(
                service.findMethodByName("ServerReflectionInfo"),
                ServerReflectionRequest.getDefaultInstance(),
                reflection::open);
    }

    private Requests<ServerReflectionRequest> open(
            Call call, Responses<ServerReflectionResponse> responses) {
        return new Requests<>() {
            @Override
            public void next(ServerReflectionRequest request) {
                responses.send(answer(request));
                if (!responses.isReady()) {
                    responses.pauseRequests();
                    responses.whenReady(responses::resumeRequests);
                }
            }

            @Override
            public void end() {
                responses.end();
            }
        };
    }

    private ServerReflectionResponse answer(ServerReflectionRequest request) {
        ServerReflectionResponse.Builder response =
                ServerReflectionResponse.newBuilder()
                        .setValidHost(request.getHost())
                        .setOriginalRequest(request);
        switch (request.getMessageRequestCase()) {
            case LIST_SERVICES -> response.setListServicesResponse(list());
            case FILE_BY_FILENAME ->
                    setFile(response, filesByName.get(request.getFileByFilename()));
            case FILE_CONTAINING_SYMBOL ->
                    setFile(response, filesBySymbol.get(request.getFileContainingSymbol()));
            case ALL_EXTENSION_NUMBERS_OF_TYPE -> setNoExtensions(response, request);
            case FILE_CONTAINING_EXTENSION -> setFile(response, null);
            case MESSAGEREQUEST_NOT_SET ->
                    response.setErrorResponse(
                            error(Code.INVALID_ARGUMENT, "messageRequest: missing"));
        }
        return response.build();
    }

    private ListServiceResponse list() {
        ListServiceResponse.Builder list = ListServiceResponse.newBuilder();
        services.forEach(name -> list.addService(ServiceResponse.newBuilder().setName(name)));
        return list.build();
    }

    private static void setFile(
            ServerReflectionResponse.Builder response, @Nullable FileDescriptor file) {
        if (file == null) {
            response.setErrorResponse(error(Code.NOT_FOUND, "not known to this server"));
        } else {
            response.setFileDescriptorResponse(
                    FileDescriptorResponse.newBuilder()
                            .addFileDescriptorProto(file.toProto().toByteString()));
        }
    }

    private void setNoExtensions(
            ServerReflectionResponse.Builder response, ServerReflectionRequest request) {
        String type = request.getAllExtensionNumbersOfType();
        if (filesBySymbol.containsKey(type)) {
            response.setAllExtensionNumbersResponse(
                    ExtensionNumberResponse.newBuilder().setBaseTypeName(type));
        } else {
            response.setErrorResponse(error(Code.NOT_FOUND, "not known to this server"));
        }
    }

    private static ErrorResponse error(Code code, String message) {
        return ErrorResponse.newBuilder()
                .setErrorCode(code.number())
                .setErrorMessage(message)
                .build();
    }
}
