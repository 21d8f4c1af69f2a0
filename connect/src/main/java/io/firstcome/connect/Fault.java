package io.firstcome.connect;

/// What can keep a call from its handler's answer.
public enum Fault {
    /// The request is not what the protocol or the message's type says.
    MALFORMED(Code.INVALID_ARGUMENT),

    /// A message is over the limit.
    TOO_LARGE(Code.RESOURCE_EXHAUSTED),

    /// A message did not come in time.
    TOO_SLOW(Code.DEADLINE_EXCEEDED),

    /// The method, or what the request asks of the protocol, is not served.
    UNSUPPORTED(Code.UNIMPLEMENTED),

    /// The caller's deadline passed before the handler had answered.
    DEADLINE_PASSED(Code.DEADLINE_EXCEEDED),

    /// The handler failed.
    FAILED(Code.INTERNAL);

    private final Code code;

    Fault(Code code) {
        this.code = code;
    }

    /// The code such a fault usually has.
    public Code code() {
        return code;
    }
}
