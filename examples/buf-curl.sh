#!/bin/sh
# Creates a campaign of one coupon, asks for it, ends the campaign and reads its coupons as a stream, with
# buf curl, in each protocol.
set -eu
admin=${FIRSTCOME_ADMIN_URL:-http://127.0.0.1:8081}
issue=${FIRSTCOME_ISSUE_URL:-http://127.0.0.1:8082}
schema=$(dirname "$0")/../api/src/main/proto
buf=${BUF:-buf}

# Calls and prints the answer; fails when it does not contain $4.
call() {
    answer=$("$buf" curl --schema "$schema" --protocol "$protocol" $http2 --data "$3" "$1/$2" 2>&1) || true
    printf '%s\n' "$answer"
    case $answer in *"$4"*) ;; *) echo "expected: $4" >&2; exit 1 ;; esac
}

for protocol in connect grpc grpcweb; do
    # gRPC is HTTP/2; without TLS the client must be told that the server speaks it.
    case $protocol in grpc) http2=--http2-prior-knowledge ;; *) http2= ;; esac
    campaign=buf-$protocol-$(date +%s)-$$
    call "$admin" admin.v1.CampaignService/CreateCampaign \
        "{\"campaignId\":\"$campaign\",\"name\":\"buf\",\"couponIssueLimit\":1,\"issuanceStartTime\":\"2025-06-23T20:57:00+09:00\"}" \
        '"state": "OPEN"'
    call "$issue" issue.v1.IssueService/IssueCoupon "{\"campaignId\":\"$campaign\",\"userId\":\"ada\"}" '"ordinal": 1'
    call "$issue" issue.v1.IssueService/IssueCoupon "{\"campaignId\":\"$campaign\",\"userId\":\"grace\"}" 'resource_exhausted'
    call "$admin" admin.v1.CampaignService/EndCampaign "{\"campaignId\":\"$campaign\"}" '"state": "ENDED"'
    call "$admin" admin.v1.CampaignService/StreamCoupons "{\"campaignId\":\"$campaign\"}" '"userId": "ada"'
done
