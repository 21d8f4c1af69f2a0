#!/usr/bin/env bash
# hey sends one body, so one user: USERS runs of it, 64 at a time, make as many users.
#
#   CAMPAIGN=<id> USERS=1000 examples/load/hey.sh
#
#   ISSUE_URL   where coupons are asked for (http://localhost:8082)
set -euo pipefail
: "${CAMPAIGN:?not set (expected: the id of the campaign)}"
export CAMPAIGN RUN=$$-$(date +%s)
export URL=${ISSUE_URL:-http://localhost:8082}/issue.v1.IssueService/IssueCoupon

# Three asks of one user; prints how many of them had which HTTP status.
ask() {
    hey -n 3 -c 1 -m POST -T application/json -d "{\"campaignId\":\"$CAMPAIGN\",\"userId\":\"hey-$RUN-$1\"}" "$URL" |
        sed -n 's/^ *\[\([0-9]*\)\]\s*\([0-9]*\) responses/\1 \2/p'
}
export -f ask

seq 1 "${USERS:-1000}" | xargs -P 64 -I{} bash -c 'ask {}' |
    awk '{ answers[$1] += $2 } END { for (status in answers) print "HTTP " status ": " answers[status] " answers" }'
