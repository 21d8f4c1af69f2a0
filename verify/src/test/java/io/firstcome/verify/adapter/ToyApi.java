package io.firstcome.verify.adapter;

import io.firstcome.verify.adapter.CouponStore.Answer;
import io.firstcome.verify.adapter.CouponStore.Row;
import io.firstcome.verify.client.Json;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The APIs of the systems that the shipped adapters know, over one store.
enum ToyApi {
    CONNECT_REDIS("connect-redis", true) {
        @Override
        Said answer(String path, Json request, CouponStore store) {
            if (path.endsWith("/IssueCoupon")) {
                return issue(store.ask(request.get("userId").text()), store);
            }
            if (path.endsWith("/CreateCampaign")) {
                store.limit = (int) request.get("couponIssueLimit").number();
                store.start =
                        OffsetDateTime.parse(request.get("issuanceStartTime").text()).toInstant();
                return ok("{\"campaignId\":\"7\"}");
            }
            String coupons =
                    rows(
                            store,
                            row ->
                                    "{\"id\":\"%d\",\"code\":\"%s\",\"issuedAt\":\"%s\",\"userId\":\"%s\"}"
                                            .formatted(
                                                    row.id(),
                                                    row.code(),
                                                    row.issuedAt(),
                                                    row.user()));
            return ok(
                    "{\"couponIssueLimit\":%d,\"issuanceStartTime\":\"%s\",\"coupons\":%s}"
                            .formatted(store.limit, store.start, coupons));
        }

        private Said issue(Answer answer, CouponStore store) {
            Row row = answer.row();
            if (row != null) {
                return ok("{\"couponId\":\"" + row.id() + "\"}");
            }
            return internal(
                    switch (answer.word()) {
                        case NOT_STARTED ->
                                "failed_precondition: 쿠폰 발급 가능 시간은 '" + store.start + "'입니다.";
                        case SOLD_OUT -> "쿠폰 발급 한도를 초과했습니다";
                        case NO_CAMPAIGN -> "존재하지 않는 캠페인입니다";
                        case COUPON, DUPLICATE, NOTHING -> "redis INCR failed: EOF";
                    });
        }
    },

    CONNECT_IN_MEMORY("connect-in-memory", true) {
        @Override
        Said answer(String path, Json request, CouponStore store) {
            if (path.endsWith("/IssueCoupon")) {
                return issue(store.ask(request.get("userId").text()));
            }
            if (path.endsWith("/CreateCampaign")) {
                store.limit = (int) request.get("totalQuantity").number();
                store.start = Instant.ofEpochSecond(request.get("startTime").number());
                return ok("{\"campaign\":{\"campaignId\":\"campaign_7\"},\"message\":\"성공\"}");
            }
            store.requireCampaign();
            return ok(
                    "{\"campaign\":{\"startTime\":\"%d\",\"totalQuantity\":%d,\"issuedQuantity\":%d},"
                                    .formatted(
                                            store.start.getEpochSecond(),
                                            store.limit,
                                            store.count())
                            + "\"issuedCoupons\":"
                            + rows(store, this::coupon)
                            + "}");
        }

        private Said issue(Answer answer) {
            Row row = answer.row();
            if (row != null) {
                return ok("{\"success\":true,\"coupon\":" + coupon(row) + ",\"message\":\"성공\"}");
            }
            return switch (answer.word()) {
                case NOT_STARTED -> ok("{\"message\":\"캠페인이 아직 활성상태가 아닙니다\"}");
                case SOLD_OUT -> ok("{\"message\":\"캠페인이 종료되었습니다\"}");
                case NO_CAMPAIGN -> internal("캠페인 조회 실패");
                case COUPON, DUPLICATE, NOTHING -> internal("쿠폰 코드 생성 실패");
            };
        }

        private String coupon(Row row) {
            return "{\"couponCode\":\"%s\",\"issuedAt\":\"%d\",\"issuedTo\":\"%s\"}"
                    .formatted(row.code(), row.issuedAt().getEpochSecond(), row.user());
        }
    },

    CONNECT_REDIS_LUA("connect-redis-lua", false) {
        @Override
        Said answer(String path, Json request, CouponStore store) {
            if (path.endsWith("/IssueCoupon")) {
                return issue(store.ask(""));
            }
            if (path.endsWith("/CreateCampaign")) {
                store.limit = (int) request.get("totalCoupons").number();
                store.start = Instant.ofEpochSecond(request.get("startTimestamp").number());
                return ok("{\"campaignId\":\"7\"}");
            }
            return ok(
                    "{\"startTimestamp\":\"%d\",\"totalCoupons\":%d,\"issuedCoupons\":%s}"
                            .formatted(
                                    store.start.getEpochSecond(),
                                    store.limit,
                                    rows(store, row -> Json.quote(row.code()))));
        }

        private Said issue(Answer answer) {
            Row row = answer.row();
            if (row != null) {
                return ok("{\"couponCode\":\"" + row.code() + "\"}");
            }
            return switch (answer.word()) {
                case NOT_STARTED -> error(412, "failed_precondition", "campaign not started");
                case SOLD_OUT -> error(429, "resource_exhausted", "no coupons left");
                case NO_CAMPAIGN ->
                        error(404, "not_found", "campaign not found: campaign not found");
                case COUPON, DUPLICATE, NOTHING -> error(429, "resource_exhausted", "EOF");
            };
        }
    },

    REST_QUEUE("rest-queue", true) {
        @Override
        Said answer(String path, Json request, CouponStore store) {
            if (path.equals("/admin/coupons/load")) {
                store.limit = (int) request.get("totalCouponCount").number();
                return ok("{\"success\":true,\"message\":\"적재되었습니다.\"}");
            }
            Answer answer = store.ask(request.get("userId").text());
            Row row = answer.row();
            return switch (answer.word()) {
                case COUPON -> reply("null", row == null ? "null" : Json.quote(key(row)));
                case DUPLICATE, SOLD_OUT -> reply(Json.quote(answer.word().name()), "null");
                case NOT_STARTED, NO_CAMPAIGN, NOTHING -> internal("");
            };
        }

        @Override
        String printed(CouponStore store) {
            return lines(store, row -> key(row) + "\t" + row.user());
        }

        private Said reply(String reason, String key) {
            return ok(
                    "{\"success\":%b,\"reason\":%s,\"couponKey\":%s,\"message\":\"-\"}"
                            .formatted(reason.equals("null"), reason, key));
        }
    },

    REST_REDIS_SET_KAFKA("rest-redis-set-kafka", true) {
        @Override
        Said answer(String path, Json request, CouponStore store) {
            return switch (store.ask(request.get("userId").text()).word()) {
                case COUPON -> ok("{\"isSuccess\":true}");
                case DUPLICATE -> no("이미 발급된 쿠폰입니다");
                case SOLD_OUT -> no("발급 가능한 수량이 유효하지 않습니다");
                case NOT_STARTED -> no("쿠폰 발급 기간이 유효하지 않습니다");
                case NO_CAMPAIGN -> no("존재하지 않는 쿠폰입니다");
                case NOTHING -> internal("");
            };
        }

        @Override
        String printed(CouponStore store) {
            return lines(store, Row::user);
        }

        private Said no(String comment) {
            return ok("{\"isSuccess\":false,\"comment\":\"" + comment + "\"}");
        }
    };

    /// An HTTP answer.
    record Said(int status, String body) {}

    final String adapter;
    final boolean oneEach;

    ToyApi(String adapter, boolean oneEach) {
        this.adapter = adapter;
        this.oneEach = oneEach;
    }

    abstract Said answer(String path, Json request, CouponStore store);

    /// What the database's program prints of what was issued; nothing where the API tells it.
    String printed(CouponStore store) {
        return "";
    }

    private static String lines(CouponStore store, Function<Row, String> text) {
        return store.stored().stream().map(text).collect(Collectors.joining("\n"));
    }

    private static String key(Row row) {
        String digits = row.code().replaceFirst("^\\D+0?", "");
        return "VERIFY-"
                + digits.chars()
                        .mapToObj(digit -> "ABCDEFGHJK".substring(digit - '0').substring(0, 1))
                        .collect(Collectors.joining());
    }

    private static String rows(CouponStore store, Function<Row, String> text) {
        return store.stored().stream().map(text).collect(Collectors.joining(",", "[", "]"));
    }

    private static Said ok(String body) {
        return new Said(200, body);
    }

    private static Said internal(String message) {
        return error(500, "internal", message);
    }

    private static Said error(int status, String code, String message) {
        return new Said(status, "{\"code\":\"%s\",\"message\":\"%s\"}".formatted(code, message));
    }
}
