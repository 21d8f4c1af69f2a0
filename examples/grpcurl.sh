#!/bin/sh
# Creates a campaign of one coupon, asks for it, ends the campaign and watches it, with grpcurl.
set -eu
admin=${FIRSTCOME_ADMIN_URL:-http://127.0.0.1:8081}
issue=${FIRSTCOME_ISSUE_URL:-http://127.0.0.1:8082}
protos=$(dirname "$0")/../api/src/main/proto
grpcurl=${GRPCURL:-grpcurl}
campaign=grpcurl-$(date +%s)-$$

# Calls and prints the answer; fails when it does not contain $5.
call() {
    # shellcheck disable=SC2086  # may be several words
    answer=$($grpcurl -plaintext -import-path "$protos" -import-path "$protos/../third_party" -proto "$1" -d "$4" "${2#http://}" "$3" 2>&1) || true
    printf '%s\n' "$answer"
    case $answer in *"$5"*) ;; *) echo "expected: $5" >&2; exit 1 ;; esac
}

call admin/v1/campaign_service.proto "$admin" admin.v1.CampaignService/CreateCampaign \
    "{\"campaignId\":\"$campaign\",\"name\":\"grpcurl\",\"couponIssueLimit\":1,\"issuanceStartTime\":\"2025-06-23T20:57:00+09:00\"}" \
    '"state": "OPEN"'
call issue/v1/issue_service.proto "$issue" issue.v1.IssueService/IssueCoupon \
    "{\"campaignId\":\"$campaign\",\"userId\":\"ada\"}" '"ordinal": 1'
call issue/v1/issue_service.proto "$issue" issue.v1.IssueService/IssueCoupon \
    "{\"campaignId\":\"$campaign\",\"userId\":\"grace\"}" 'ResourceExhausted'
call admin/v1/campaign_service.proto "$admin" admin.v1.CampaignService/EndCampaign \
    "{\"campaignId\":\"$campaign\"}" '"issuedCount": 1'
call admin/v1/campaign_service.proto "$admin" admin.v1.CampaignService/WatchCampaign \
    "{\"campaignId\":\"$campaign\"}" '"state": "ENDED"'
