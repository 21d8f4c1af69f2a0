package io.firstcome.cli.client;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;

import io.firstcome.cli.text.Language;
import io.firstcome.cli.text.Printable;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why a server did not do what it was asked to.
///
/// @param reason the stable name of the reason; the standard code where the server gives none
/// @param violations what is wrong with which field
record RpcFailure(String reason, String message, List<FieldViolation> violations) {
    RpcFailure {
        violations = List.copyOf(violations);
    }

    /// Reads Connect's error JSON; empty when it is something else.
    static Optional<RpcFailure> parse(String json, Language language) {
        try {
            Struct.Builder error = Struct.newBuilder();
            JsonFormat.parser().merge(json, error);
            String code = text(error.build(), "code");
            return code.isEmpty()
                    ? Optional.empty()
                    : Optional.of(read(error.build(), code, language));
        } catch (InvalidProtocolBufferException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static RpcFailure read(Struct error, String code, Language language)
            throws InvalidProtocolBufferException {
        return new RpcFailure(
                detail(error, ErrorInfo.getDefaultInstance())
                        .map(ErrorInfo::getReason)
                        .orElse(code.toUpperCase(Locale.ROOT)),
                detail(error, LocalizedMessage.getDefaultInstance())
                        .filter(localized -> language.isOf(localized.getLocale()))
                        .map(LocalizedMessage::getMessage)
                        .orElse(text(error, "message")),
                detail(error, BadRequest.getDefaultInstance())
                        .map(BadRequest::getFieldViolationsList)
                        .orElse(List.of()));
    }

    /// The error's detail of the same type as `kind`.
    private static <M extends Message> Optional<M> detail(Struct error, M kind)
            throws InvalidProtocolBufferException {
        String type = kind.getDescriptorForType().getFullName();
        @SuppressWarnings("unchecked")
        Parser<M> parser = (Parser<M>) kind.getParserForType();
        for (Value element : field(error, "details").getListValue().getValuesList()) {
            Struct detail = element.getStructValue();
            if (text(detail, "type").equals(type)) {
                byte[] bytes = Base64.getDecoder().decode(text(detail, "value"));
                return Optional.of(parser.parseFrom(bytes));
            }
        }
        return Optional.empty();
    }

    private static String text(Struct object, String name) {
        return field(object, name).getStringValue();
    }

    private static Value field(Struct object, String name) {
        return object.getFieldsOrDefault(name, Value.getDefaultInstance());
    }

    /// `reason: message`, then what is wrong with which field where the message does not say it.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(reason + ": " + message);
        for (FieldViolation violation : violations) {
            String problem = violation.getField() + ": " + violation.getDescription();
            if (!message.contains(problem)) {
                text.append("\n  ").append(problem);
            }
        }
        return Printable.lines(text.toString());
    }
}
