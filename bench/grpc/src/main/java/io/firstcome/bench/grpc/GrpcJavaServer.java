package io.firstcome.bench.grpc;

import io.firstcome.api.issue.v1.IssueCouponRequest;
import io.firstcome.api.issue.v1.IssueCouponResponse;
import io.firstcome.bench.RpcEchoServer;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// grpc-java's server on Netty, as lean as it goes: handlers on its event loops.
///
/// It runs in a process of its own: `GrpcJavaServer PORT`, on loopback, until it is ended.
public final class GrpcJavaServer {
    private static final String SERVICE = "issue.v1.IssueService";

    private GrpcJavaServer() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        InetSocketAddress address =
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        Server server =
                NettyServerBuilder.forAddress(address)
                        .directExecutor()
                        .addService(service())
                        .build()
                        .start();
        server.awaitTermination();
    }

    private static ServerServiceDefinition service() {
        MethodDescriptor<IssueCouponRequest, IssueCouponResponse> method =
                MethodDescriptor.<IssueCouponRequest, IssueCouponResponse>newBuilder()
                        .setType(MethodType.UNARY)
                        .setFullMethodName(
                                MethodDescriptor.generateFullMethodName(SERVICE, "IssueCoupon"))
                        .setRequestMarshaller(
                                ProtoUtils.marshaller(IssueCouponRequest.getDefaultInstance()))
                        .setResponseMarshaller(
                                ProtoUtils.marshaller(IssueCouponResponse.getDefaultInstance()))
                        .build();
        return ServerServiceDefinition.builder(SERVICE)
                .addMethod(method, ServerCalls.asyncUnaryCall(GrpcJavaServer::answer))
                .build();
    }

    private static void answer(
            IssueCouponRequest request, StreamObserver<IssueCouponResponse> responses) {
        responses.onNext(RpcEchoServer.response(request));
        responses.onCompleted();
    }
}
