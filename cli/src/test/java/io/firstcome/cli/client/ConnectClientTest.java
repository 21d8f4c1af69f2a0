package io.firstcome.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;

import io.firstcome.api.admin.v1.GetCampaignRequest;
import io.firstcome.api.admin.v1.GetCampaignResponse;
import io.firstcome.cli.CommandFailure;
import io.firstcome.cli.RecordingServer;
import io.firstcome.cli.text.Language;
import io.firstcome.verify.client.Caller;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

class ConnectClientTest {
    private static final ErrorInfo SOLD_OUT = ErrorInfo.newBuilder().setReason("SOLD_OUT").build();
    private static final LocalizedMessage KOREAN =
            LocalizedMessage.newBuilder().setLocale("ko-KR").setMessage("모두 소진되었습니다.").build();

    private final RecordingServer server = new RecordingServer();

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void anErrorIsToldByItsReasonAndMessage() {
        server.answers(429, error("resource_exhausted", "All are issued.", SOLD_OUT, KOREAN));

        fails(Language.ENGLISH, "SOLD_OUT: All are issued.");
    }

    @Test
    void anErrorIsToldInTheLanguageOfTheReader() {
        server.answers(429, error("resource_exhausted", "All are issued.", SOLD_OUT, KOREAN));

        fails(Language.KOREAN, "SOLD_OUT: 모두 소진되었습니다.");
    }

    @Test
    void fieldsThatAreWrongAreListed() {
        server.answers(
                400,
                error(
                        "invalid_argument",
                        "2 fields are wrong.",
                        violations("name", "couponIssueLimit")));

        fails(
                Language.ENGLISH,
                """
                INVALID_ARGUMENT: 2 fields are wrong.
                  name: 0 (expected: more)
                  couponIssueLimit: 0 (expected: more)\
                """);
    }

    @Test
    void aWrongFieldThatTheMessageTellsIsNotToldTwice() {
        server.answers(
                400, error("invalid_argument", "name: 0 (expected: more)", violations("name")));

        fails(Language.ENGLISH, "INVALID_ARGUMENT: name: 0 (expected: more)");
    }

    @Test
    void anErrorCanNotSteerTheTerminal() {
        server.answers(500, error("internal", "\u001b[2J"));

        fails(Language.ENGLISH, "INTERNAL: \\u001b[2J");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not found",
                "{}",
                "[]",
                "{\"code\":7}",
                "{\"code\":\"x\",\"details\":["
                        + "{\"type\":\"google.rpc.ErrorInfo\",\"value\":\"!\"}]}"
            })
    void anErrorOfSomethingElseIsToldAsThat(String body) {
        server.answers(404, body);

        fails(
                Language.ENGLISH,
                server.url() + " answered HTTP 404, not a Firstcome API: is the URL right?");
    }

    @Test
    void aReplyOfSomethingElseIsToldAsThat() {
        server.answers(200, "<html>");
        ConnectClient client = client(Language.ENGLISH);
        String reply = call(client);

        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> client.read(reply, GetCampaignResponse.newBuilder()))
                .withMessageContaining("not a Firstcome API");
    }

    @Test
    void aServerThatIsNotThereIsToldWithHowToStartOne() {
        String url = server.url();
        server.close();

        fails(Language.ENGLISH, "No server answers at " + url + ". Start one: ./firstcome serve");
    }

    @Test
    void aCallIsPostedAsConnectJson() {
        server.answers(200, "{}");

        assertThat(call(client(Language.ENGLISH))).isEqualTo("{}");
        assertThat(server.requests())
                .containsExactly(
                        new RecordingServer.Request(
                                "/admin.v1.CampaignService/GetCampaign",
                                "application/json",
                                "{\"campaignId\":\"spring\"}"));
    }

    private void fails(Language language, String message) {
        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> call(client(language)))
                .withMessage(message);
    }

    private ConnectClient client(Language language) {
        return new ConnectClient(URI.create(server.url()), language, Caller.ANYBODY);
    }

    private static String call(ConnectClient client) {
        return client.call(
                "admin.v1.CampaignService/GetCampaign",
                GetCampaignRequest.newBuilder().setCampaignId("spring").build());
    }

    private static BadRequest violations(String... fields) {
        BadRequest.Builder violations = BadRequest.newBuilder();
        for (String field : fields) {
            violations.addFieldViolations(
                    FieldViolation.newBuilder()
                            .setField(field)
                            .setDescription("0 (expected: more)"));
        }
        return violations.build();
    }

    private static String error(String code, String message, Message... details) {
        return "{\"code\":\"%s\",\"message\":\"%s\",\"details\":[%s]}"
                .formatted(
                        code,
                        message.replace("\u001b", "\\u001b"),
                        Arrays.stream(details)
                                .map(ConnectClientTest::detail)
                                .collect(Collectors.joining(",")));
    }

    private static String detail(Message detail) {
        return "{\"type\":\"%s\",\"value\":\"%s\",\"debug\":{}}"
                .formatted(
                        detail.getDescriptorForType().getFullName(),
                        Base64.getEncoder().withoutPadding().encodeToString(detail.toByteArray()));
    }
}
