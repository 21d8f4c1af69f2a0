"""Locust: everybody asks under a name of their own, again and again, until the coupons are gone.

    CAMPAIGN=<id> locust -f examples/load/locustfile.py --headless -u 50 -r 50 -t 10s --host http://localhost:8082
"""

import itertools
import os
import time

from locust import FastHttpUser, constant, task

CAMPAIGN = os.environ.get("CAMPAIGN") or exit("CAMPAIGN: not set (expected: the campaign's id)")
PATH = "/issue.v1.IssueService/IssueCoupon"
NAMES = (f"locust-{os.getpid()}-{int(time.time())}-{number}" for number in itertools.count())


class Person(FastHttpUser):
    wait_time = constant(0)

    @task
    def ask(self):
        body = {"campaignId": CAMPAIGN, "userId": next(NAMES)}
        with self.client.post(PATH, json=body, name="IssueCoupon", catch_response=True) as answer:
            # A refusal is an answer, not a failed request.
            if answer.status_code == 200 or "SOLD_OUT" in (answer.text or ""):
                answer.success()
            elif answer.status_code:
                answer.failure(f"HTTP {answer.status_code}: {answer.text[:120]}")
