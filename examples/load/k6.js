// k6: everybody asks three times, under a name of their own; a retry has to bring the same coupon.
//
//   k6 run -e CAMPAIGN=<id> -e USERS=1000 examples/load/k6.js
//
// ISSUE_URL   where coupons are asked for (http://localhost:8082)

import http from 'k6/http';
import { check } from 'k6';
import { Counter } from 'k6/metrics';

if (!__ENV.CAMPAIGN) {
  throw new Error("CAMPAIGN: not set (expected: the campaign's id)");
}

const url = `${__ENV.ISSUE_URL || 'http://localhost:8082'}/issue.v1.IssueService/IssueCoupon`;
const users = Number(__ENV.USERS || 1000);
const issued = new Counter('coupons_issued');
const soldOut = new Counter('answers_sold_out');

// A refusal is an answer, not a failed request.
http.setResponseCallback(http.expectedStatuses({ min: 200, max: 499 }));

export const options = {
  scenarios: {
    rush: { executor: 'shared-iterations', vus: Math.min(users, 64), iterations: users, maxDuration: '2m' },
  },
  thresholds: { checks: ['rate==1'] },
};

export function setup() {
  return { run: Date.now() };
}

function ask(user) {
  const body = JSON.stringify({ campaignId: __ENV.CAMPAIGN, userId: user });
  return http.post(url, body, { headers: { 'Content-Type': 'application/json' } });
}

export default function (data) {
  const user = `k6-${data.run}-${__VU}-${__ITER}`;
  const answers = [ask(user), ask(user), ask(user)];
  const codes = answers.filter((answer) => answer.status === 200).map((answer) => answer.json('coupon.code'));
  if (codes.length > 0) {
    issued.add(1);
  } else if (answers[0].body.includes('SOLD_OUT')) {
    soldOut.add(1);
  }
  check(codes, {
    'a retry brings the same coupon': (all) => all.every((code) => code === all[0]),
    'who has a coupon is never refused': (all) => all.length === 0 || all.length === answers.length,
  });
}
