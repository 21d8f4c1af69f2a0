package io.firstcome.cli.client;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;

import io.firstcome.cli.CommandFailure;
import io.firstcome.cli.text.Language;
import io.firstcome.verify.client.Caller;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import javax.net.ssl.SSLHandshakeException;

/// Calls one of a server's APIs: Connect unary, in JSON.
///
/// Whatever is not a success is a [CommandFailure] that says it in words.
public final class ConnectClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration REPLY_TIMEOUT = Duration.ofSeconds(30);
    private static final JsonFormat.Printer PRINTER =
            JsonFormat.printer().omittingInsignificantWhitespace();
    private static final JsonFormat.Parser PARSER = JsonFormat.parser().ignoringUnknownFields();

    private final URI server;
    private final Language language;
    private final Caller caller;
    private final HttpClient http;

    /// @param language of the reasons the server gives
    public ConnectClient(URI server, Language language, Caller caller) {
        this.server = server;
        this.language = language;
        this.caller = caller;
        this.http = caller.newClient(CONNECT_TIMEOUT);
    }

    /// Calls and waits for the reply.
    ///
    /// @param procedure `package.Service/Method`
    /// @return the reply as the server wrote it
    public String call(String procedure, Message request) {
        HttpResponse<String> reply = send(procedure, json(request));
        if (reply.statusCode() != 200) {
            throw new CommandFailure(
                    RpcFailure.parse(reply.body(), language)
                            .map(RpcFailure::toString)
                            .orElseGet(() -> notFirstcome("HTTP " + reply.statusCode())));
        }
        return reply.body();
    }

    /// Reads a reply into `message`. What the message has no place for is left out.
    public <B extends Message.Builder> B read(String reply, B message) {
        try {
            PARSER.merge(reply, message);
            return message;
        } catch (InvalidProtocolBufferException e) {
            throw new CommandFailure(notFirstcome("something else"), e);
        }
    }

    private HttpResponse<String> send(String procedure, String body) {
        HttpRequest request =
                caller.applyTo(HttpRequest.newBuilder(URI.create(server + "/" + procedure)))
                        .timeout(REPLY_TIMEOUT)
                        .header("content-type", "application/json")
                        .header("connect-protocol-version", "1")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new CommandFailure(
                    "No server answers at %s. Start one: ./firstcome serve".formatted(server), e);
        } catch (SSLHandshakeException e) {
            throw new CommandFailure(
                    "%s does not prove itself to this machine (%s). %s names a PEM file of who vouches for it."
                            .formatted(server, e.getMessage(), CallerOfEnvironment.AUTHORITY),
                    e);
        } catch (IOException e) {
            throw new CommandFailure(
                    "The reply of %s was lost (%s): the call may have taken effect or not."
                            .formatted(server, e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private static String json(Message request) {
        try {
            return PRINTER.print(request);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private String notFirstcome(String reply) {
        return "%s answered %s, not a Firstcome API: is the URL right?".formatted(server, reply);
    }
}
