#!/bin/sh
# Creates a campaign of 50 coupons, has a load tool send a crowd to it, and looks whether just 50 were issued.
#
#   examples/load/try.sh hey|jmeter|k6|locust|wrk
set -eu
cd "$(dirname "$(readlink -f "$0")")"
admin=${FIRSTCOME_ADMIN_URL:-http://localhost:8081}
issue=${FIRSTCOME_ISSUE_URL:-http://localhost:8082}
campaign=$1-$(date +%s)-$$

# Calls the admin API and prints the answer; fails when it does not contain $3.
call() {
    answer=$(curl -sS "$admin/admin.v1.CampaignService/$1" -H 'Content-Type: application/json' -d "$2")
    printf '%s\n' "$answer"
    case $answer in *"$3"*) ;; *) echo "expected: $3" >&2; exit 1 ;; esac
}

call CreateCampaign "{\"campaignId\":\"$campaign\",\"name\":\"$1\",\"couponIssueLimit\":50,\
\"issuanceStartTime\":\"2025-06-23T20:57:00+09:00\"}" '"state":"OPEN"'
export CAMPAIGN="$campaign" ISSUE_URL="$issue" USERS=200
port=${issue##*:}
host=${issue#*://}
case $1 in
    hey) ./hey.sh ;;
    jmeter) jmeter -n -j /dev/null -t jmeter.jmx -Jcampaign="$campaign" -Jrounds=3 -Jhost="${host%:*}" -Jport="$port" ;;
    k6) k6 run -q -e CAMPAIGN="$campaign" -e USERS="$USERS" -e ISSUE_URL="$issue" k6.js ;;
    locust) locust -f locustfile.py --headless -u 20 -r 20 -t 3s --host "$issue" ;;
    wrk) wrk -t2 -c64 -d2s -s wrk.lua "$issue" ;;
    *) echo "$1: (expected: hey, jmeter, k6, locust or wrk)" >&2; exit 2 ;;
esac
call GetCampaign "{\"campaignId\":\"$campaign\",\"view\":\"BASIC\"}" '"issuedCount":50,"remainingCount":0'
