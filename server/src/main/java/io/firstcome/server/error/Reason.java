package io.firstcome.server.error;

import io.firstcome.connect.Code;

/// Why a call did not succeed: the stable name that programs look at, the standard code, and the
/// words for people in English and Korean.
public enum Reason {
    SOLD_OUT(Code.RESOURCE_EXHAUSTED, "All coupons are issued.", "쿠폰이 모두 소진되었습니다."),
    NOT_STARTED(Code.FAILED_PRECONDITION, "The campaign has not started.", "캠페인이 아직 시작되지 않았습니다."),
    ENDED(Code.FAILED_PRECONDITION, "The campaign has ended.", "캠페인이 종료되었습니다."),
    PAUSED(Code.FAILED_PRECONDITION, "The campaign is paused.", "캠페인이 일시 중지되었습니다."),
    NOT_FOUND(Code.NOT_FOUND, "There is no such campaign.", "캠페인을 찾을 수 없습니다."),
    OVERLOADED(
            Code.UNAVAILABLE,
            "Too many requests wait already. This one was not attempted; it may be sent again.",
            "요청이 몰려 처리하지 못했습니다. 발급되지 않았으니 잠시 후 다시 시도해 주세요."),
    EXPIRED(
            Code.DEADLINE_EXCEEDED,
            "The deadline passed while the request waited. It was not attempted.",
            "제한 시간 안에 처리하지 못했습니다. 발급되지 않았으니 다시 시도해 주세요."),
    UNAVAILABLE(
            Code.UNAVAILABLE,
            "This server does not take requests now. This one was not attempted.",
            "지금은 처리할 수 없습니다. 발급되지 않았으니 잠시 후 다시 시도해 주세요."),
    OUTCOME_UNKNOWN(
            Code.UNAVAILABLE,
            "The outcome is unknown: it may have taken effect. Asking again is safe and will tell.",
            "결과를 확인하지 못했습니다. 다시 요청하면 같은 결과를 안전하게 확인할 수 있습니다."),
    INVALID(Code.INVALID_ARGUMENT, "The request is not valid.", "요청이 올바르지 않습니다."),
    TOO_LARGE(Code.RESOURCE_EXHAUSTED, "The request is too large.", "요청이 너무 큽니다."),
    TOO_SLOW(
            Code.DEADLINE_EXCEEDED,
            "The request did not arrive in time. It was not attempted.",
            "요청이 제때 도착하지 않았습니다. 처리되지 않았으니 다시 시도해 주세요."),
    DEADLINE_PASSED(
            Code.DEADLINE_EXCEEDED,
            "The deadline passed before the outcome was known. Asking again is safe and will tell.",
            "제한 시간 안에 결과를 확인하지 못했습니다. 다시 요청하면 같은 결과를 안전하게 확인할 수 있습니다."),
    UNSUPPORTED(
            Code.UNIMPLEMENTED,
            "The server does not have this method or form of request.",
            "지원하지 않는 요청입니다."),
    ALREADY_EXISTS(
            Code.ALREADY_EXISTS,
            "A campaign with this campaignId exists already.",
            "같은 campaignId의 캠페인이 이미 있습니다."),
    IDEMPOTENCY_KEY_REUSED(
            Code.ALREADY_EXISTS,
            "The Idempotency-Key was used for another request. Take a new one.",
            "이미 다른 요청에 사용된 Idempotency-Key입니다. 새 키를 사용해 주세요."),
    ETAG_MISMATCH(
            Code.ABORTED,
            "The campaign was changed meanwhile. Read it again, then decide again.",
            "그 사이 캠페인이 변경되었습니다. 다시 조회한 뒤 시도해 주세요."),
    CAMPAIGN_STARTED(
            Code.FAILED_PRECONDITION,
            "The campaign has started, so its start can not be moved.",
            "이미 시작된 캠페인의 시작 시각은 바꿀 수 없습니다."),
    LIMIT_BELOW_ISSUED(
            Code.FAILED_PRECONDITION,
            "More coupons are issued already than the new limit allows.",
            "이미 발급된 수량보다 적은 한도로 바꿀 수 없습니다."),
    END_NOT_AFTER_START(
            Code.INVALID_ARGUMENT,
            "issuanceEndTime: not after the start (expected: after issuanceStartTime)",
            "종료 시각은 시작 시각보다 뒤여야 합니다."),
    END_IN_THE_PAST(
            Code.INVALID_ARGUMENT,
            "issuanceEndTime: in the past (expected: in the future)",
            "종료 시각은 현재보다 뒤여야 합니다."),
    COUPONS_ISSUED(
            Code.FAILED_PRECONDITION,
            "Coupons of this campaign are issued, so it can not be deleted. End it instead.",
            "이미 쿠폰이 발급된 캠페인은 삭제할 수 없습니다. 대신 종료해 주세요."),
    TOO_MANY_CAMPAIGNS(
            Code.RESOURCE_EXHAUSTED,
            "There are as many campaigns as this server can hold.",
            "더 이상 캠페인을 만들 수 없습니다."),
    TOO_MANY_CODES(
            Code.RESOURCE_EXHAUSTED,
            "The campaign has too many codes for one reply. Page through ListCoupons instead.",
            "코드가 너무 많아 한 번에 보낼 수 없습니다. ListCoupons로 나누어 조회해 주세요."),
    KEY_REQUIRED(
            Code.UNAUTHENTICATED,
            "This server demands a key that it knows (expected: Authorization: Bearer"
                    + " firstcome_…).",
            "등록된 API 키가 필요합니다 (Authorization: Bearer firstcome_…)."),
    FORBIDDEN(
            Code.PERMISSION_DENIED,
            "The role of this key does not allow it (expected: a key of the role admin).",
            "이 키의 역할로는 할 수 없습니다 (admin 역할의 키가 필요합니다)."),
    INTERNAL(
            Code.INTERNAL,
            "Something failed in the server. Its log says what.",
            "서버 내부 오류가 발생했습니다.");

    private final Code code;
    private final String english;
    private final String korean;

    Reason(Code code, String english, String korean) {
        this.code = code;
        this.english = english;
        this.korean = korean;
    }

    public Code code() {
        return code;
    }

    public String english() {
        return english;
    }

    public String korean() {
        return korean;
    }
}
