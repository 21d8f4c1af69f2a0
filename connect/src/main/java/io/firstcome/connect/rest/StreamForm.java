package io.firstcome.connect.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;

/// How a stream of messages stands in the body of a response.
public enum StreamForm {
    /// One JSON object a line.
    LINES("application/x-ndjson"),

    /// Server-sent events. One of its own says that all has been said, for otherwise browsers ask
    /// again.
    EVENTS("text/event-stream");

    private static final byte[] EMPTY = {};

    private final String mediaType;

    StreamForm(String mediaType) {
        this.mediaType = mediaType;
    }

    /// What a client asks for: the first of these that its `Accept` names, or else lines.
    static StreamForm of(@Nullable String accept) {
        if (accept == null) {
            return LINES;
        }
        for (String range : accept.split(",", -1)) {
            String name = range.split(";", 2)[0].strip();
            for (StreamForm form : values()) {
                if (name.equalsIgnoreCase(form.mediaType)) {
                    return form;
                }
            }
        }
        return LINES;
    }

    public String mediaType() {
        return mediaType;
    }

    /// @param json without line breaks, as is `problem`
    byte[] message(byte[] json) {
        return switch (this) {
            case LINES -> framed("", json, "\n");
            case EVENTS -> framed("data: ", json, "\n\n");
        };
    }

    /// What ends a stream that failed.
    byte[] error(byte[] problem) {
        return switch (this) {
            case LINES -> framed("{\"error\":", problem, "}\n");
            case EVENTS -> framed("event: error\ndata: ", problem, "\n\n");
        };
    }

    /// What ends a stream that went well.
    byte[] end() {
        return switch (this) {
            case LINES -> EMPTY;
            case EVENTS -> framed("event: end\ndata: {}\n\n", EMPTY, "");
        };
    }

    private static byte[] framed(String before, byte[] content, String after) {
        int length = before.length() + content.length + after.length();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(length);
        bytes.writeBytes(before.getBytes(US_ASCII));
        bytes.writeBytes(content);
        bytes.writeBytes(after.getBytes(US_ASCII));
        return bytes.toByteArray();
    }
}
