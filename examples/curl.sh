#!/bin/sh
# Creates a campaign of one coupon and asks for it, with curl: JSON by POST, a read by GET.
set -eu
admin=${FIRSTCOME_ADMIN_URL:-http://127.0.0.1:8081}
issue=${FIRSTCOME_ISSUE_URL:-http://127.0.0.1:8082}
campaign=curl-$(date +%s)-$$

# Calls and prints the answer; fails when it does not contain $3.
call() {
    answer=$(curl -sS "$1" -H 'Content-Type: application/json' -d "$2")
    printf '%s\n' "$answer"
    case $answer in *"$3"*) ;; *) echo "expected: $3" >&2; exit 1 ;; esac
}

call "$admin/admin.v1.CampaignService/CreateCampaign" \
    "{\"campaignId\":\"$campaign\",\"name\":\"curl\",\"couponIssueLimit\":1,\"issuanceStartTime\":\"2025-06-23T20:57:00+09:00\"}" \
    '"state":"OPEN"'
call "$issue/issue.v1.IssueService/IssueCoupon" "{\"campaignId\":\"$campaign\",\"userId\":\"ada\"}" '"ordinal":1'
call "$issue/issue.v1.IssueService/IssueCoupon" "{\"campaignId\":\"$campaign\",\"userId\":\"ada\"}" '"alreadyIssued":true'
call "$issue/issue.v1.IssueService/IssueCoupon" "{\"campaignId\":\"$campaign\",\"userId\":\"grace\"}" '"reason":"SOLD_OUT"'

answer=$(curl -sS --get "$issue/issue.v1.IssueService/GetServerTime" \
    --data-urlencode 'connect=v1' --data-urlencode 'encoding=json' --data-urlencode 'message={}')
printf '%s\n' "$answer"
case $answer in *serverTime*) ;; *) exit 1 ;; esac
