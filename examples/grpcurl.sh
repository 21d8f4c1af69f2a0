#!/bin/sh
# Creates a campaign of one coupon and watches it live while the coupon is issued and the campaign is ended,
# with grpcurl.
set -eu
admin=${FIRSTCOME_ADMIN_URL:-http://127.0.0.1:8081}
issue=${FIRSTCOME_ISSUE_URL:-http://127.0.0.1:8082}
protos=$(dirname "$0")/../api/src/main/proto
grpcurl=${GRPCURL:-grpcurl}
campaign=grpcurl-$(date +%s)-$$

watched=$(mktemp)
trap 'rm -f "$watched"' EXIT

# Calls $2, a method of the service that the file $1 defines, with $4 at the server $3.
grpc() {
    # shellcheck disable=SC2086  # may be several words
    timeout 30 $grpcurl -plaintext -import-path "$protos" -import-path "$protos/../third_party" -proto "$1" \
        -d "$4" "${3#http://}" "$2"
}
admin() { grpc admin/v1/campaign_service.proto "admin.v1.CampaignService/$1" "$admin" "$2"; }
issue() { grpc issue/v1/issue_service.proto "issue.v1.IssueService/$1" "$issue" "$2"; }

# Calls and prints the answer; fails when it does not contain $1.
expect() {
    expected=$1
    shift
    answer=$("$@" 2>&1) || true
    printf '%s\n' "$answer"
    case $answer in *"$expected"*) ;; *) echo "expected: $expected" >&2; exit 1 ;; esac
}

# Waits until the watch has told $1.
until_told() {
    tries=0
    until grep -q "$1" "$watched"; do
        [ $((tries += 1)) -le 100 ] || { cat "$watched"; echo "watching, expected: $1" >&2; exit 1; }
        sleep 0.1
    done
}

expect '"state": "OPEN"' admin CreateCampaign \
    "{\"campaignId\":\"$campaign\",\"name\":\"grpcurl\",\"couponIssueLimit\":1,\"issuanceStartTime\":\"2025-06-23T20:57:00+09:00\"}"
admin WatchCampaign "{\"campaignId\":\"$campaign\"}" >"$watched" 2>&1 &
watch=$!
until_told '"state": "OPEN"'
expect '"ordinal": 1' issue IssueCoupon "{\"campaignId\":\"$campaign\",\"userId\":\"ada\"}"
expect ResourceExhausted issue IssueCoupon "{\"campaignId\":\"$campaign\",\"userId\":\"grace\"}"
until_told '"state": "SOLD_OUT"'
expect '"issuedCount": 1' admin EndCampaign "{\"campaignId\":\"$campaign\"}"
wait "$watch"
until_told '"state": "ENDED"'
cat "$watched"
