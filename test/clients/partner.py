#!/usr/bin/env python3
"""A postal partner's client in Python's standard library, written from docs/partners.md alone.

It walks the fourteen checks of the acceptance pack against a sandbox with at least eight jobs on offer and prints TAP.
    BAO_TIN_URL=… BAO_TIN_CLIENT_ID=… BAO_TIN_CLIENT_SECRET=… python3 partner.py
"""
import base64
import hashlib
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from datetime import datetime, timedelta, timezone

URL = os.environ["BAO_TIN_URL"].rstrip("/")


def send(method, url, headers, body=None):
    """One request: status, headers, bytes. A refusal is an answer too."""
    request = urllib.request.Request(url, data=body, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers, refused.read()


def sign_in():
    pair = f"{os.environ['BAO_TIN_CLIENT_ID']}:{os.environ['BAO_TIN_CLIENT_SECRET']}"
    status, _, body = send(
        "POST",
        URL + "/oauth/token",
        {
            "authorization": "Basic " + base64.b64encode(pair.encode()).decode(),
            "content-type": "application/x-www-form-urlencoded",
        },
        b"grant_type=client_credentials",
    )
    if status != 200:
        sys.exit(f"no token: {status} {body.decode()}")
    return json.loads(body)["access_token"]


TOKEN = sign_in()


def ask(method, path, body=None, headers=None):
    """One call, repeated while the guide says so: after 500, 503 and 429, slower each time."""
    wait = 1
    while True:
        status, heads, raw = send(
            method,
            URL + "/partner/v1" + path,
            {"authorization": "Bearer " + TOKEN, "content-type": "application/json", **(headers or {})},
            None if body is None else json.dumps(body).encode(),
        )
        if status not in (429, 500, 503) or wait > 60:
            break
        time.sleep(wait)
        wait *= 2
    is_json = "json" in (heads.get("content-type") or "")
    return status, heads, json.loads(raw) if is_json and raw else raw


def quoted(name):
    return urllib.parse.quote(name, safe="")


def job_path(job_id, act=""):
    return f"/dispatch-jobs/{quoted(job_id)}" + (f"/{act}" if act else "")


def same(what, found, wanted):
    if found != wanted:
        raise AssertionError(f"{what}: {found!r} instead of {wanted!r}")


def claim(claim_id, most):
    return ask("POST", "/dispatch-jobs/claim", {"claimId": claim_id, "maxJobs": most, "leaseSeconds": 600})


def accept(job):
    status, _, body = ask("POST", job_path(job["jobId"], "accept"), {"leaseEpoch": job["lease"]["epoch"]})
    same("acceptance", status, 200)
    return body["trackingNumber"]


def held(*states):
    jobs, cursor = [], None
    while True:
        query = {"holder": "me", "state": ",".join(states), **({"cursor": cursor} if cursor else {})}
        _, _, page = ask("GET", "/dispatch-jobs?" + urllib.parse.urlencode(query))
        jobs += page["jobs"]
        cursor = page.get("cursor")
        if cursor is None:
            return jobs


def scans(*events):
    status, _, body = ask("POST", "/tracking-events", {"events": list(events)})
    same("scans", status, 200)
    return body["results"]


def words(results):
    return [each.get("note") or each.get("problem", {}).get("type") or each["outcome"] for each in results]


def put(announced, content):
    upload = announced["upload"]
    return send("PUT", upload["url"], upload["headers"], content)[0]


def announce(job_id, content):
    wanted = {"sha256": hashlib.sha256(content).hexdigest(), "contentType": "image/jpeg", "bytes": len(content)}
    status, _, body = ask("POST", job_path(job_id, "evidence"), wanted)
    same("announced", status, 201)
    return body


CLAIM = str(uuid.uuid4())
NEEDED = 8
_, _, claimed = claim(CLAIM, NEEDED)
JOBS = claimed["jobs"]
if len(JOBS) < NEEDED:
    sys.exit(f"the checks need {NEEDED} jobs on offer, there are {len(JOBS)}")
AHEAD = datetime.fromisoformat(claimed["serverTime"].replace("Z", "+00:00")) - datetime.now(timezone.utc)


def ago(seconds):
    return (datetime.now(timezone.utc) + AHEAD - timedelta(seconds=seconds)).isoformat(timespec="milliseconds")


def connect():
    status, _, body = ask("GET", "/health")
    same("status", status, 200)
    datetime.fromisoformat(body["serverTime"].replace("Z", "+00:00"))


def claim_twice():
    _, _, again = claim(CLAIM, NEEDED)
    same("jobs", sorted(job["jobId"] for job in again["jobs"]), sorted(job["jobId"] for job in JOBS))
    status, _, body = claim(CLAIM, 1)
    same("reuse", (status, body["type"]), (409, "claim-id-reused"))


def crash_and_recover():
    mine = {job["jobId"] for job in held("leased")}
    same("forgotten", [job["jobId"] for job in JOBS if job["jobId"] not in mine], [])


def stale_lease():
    job_id, epoch = JOBS[0]["jobId"], JOBS[0]["lease"]["epoch"]
    same("renewal", ask("POST", job_path(job_id, "renew"), {"leaseEpoch": epoch, "leaseSeconds": 900})[0], 200)
    same("release", ask("POST", job_path(job_id, "release"), {"leaseEpoch": epoch, "reason": "check"})[0], 200)
    status, _, body = ask("POST", job_path(job_id, "accept"), {"leaseEpoch": epoch})
    same("late acceptance", (status, body["type"]), (409, "lease-lost"))


def replay():
    number = accept(JOBS[1])
    same("number", accept(JOBS[1]), number)
    _, _, label = ask("GET", job_path(JOBS[1]["jobId"], "label") + "?format=zpl")
    same("number on the label", number.encode() in label, True)
    mine = [job for job in held("accepted", "label-printed") if job["jobId"] == JOBS[1]["jobId"]]
    same("after a lost answer", mine[0]["trackingNumber"], number)


def etag():
    _, heads, _ = ask("GET", job_path(JOBS[1]["jobId"]))
    same("status", ask("GET", job_path(JOBS[1]["jobId"]), headers={"if-none-match": heads["etag"]})[0], 304)


def tenancy():
    same("status", ask("GET", job_path("99999_NOBODY_r1_to-citizen_j1"))[0], 404)


def batches():
    scan = {"trackingNumber": accept(JOBS[2]), "code": "in-transit", "occurredAt": ago(0)}
    found = scans({"nonsense": True}, scan, {**scan, "trackingNumber": "RR000000005VN"})
    same("outcomes", [each["outcome"] for each in found], ["REJECTED", "APPLIED", "REJECTED"])


def order_of_events():
    number = accept(JOBS[3])

    def event(code, at, name):
        return {"trackingNumber": number, "code": code, "occurredAt": at, "eventId": f"{number}-{name}"}

    out = event("out-for-delivery", ago(0), "a")
    same("newest", words(scans(out)), ["APPLIED"])
    same("older", words(scans(event("in-transit", ago(60), "b"))), ["late"])
    same("again", words(scans(out)), ["DUPLICATE"])
    same("other", words(scans({**out, "code": "delivered"})), ["event-id-reused"])
    same("unknown", words(scans(event("no-such-code", ago(0), "c"))), ["unknown-code"])
    same("future", words(scans(event("delivered", ago(-86400), "d"))), ["occurred-in-the-future"])


def returns():
    number, at = accept(JOBS[4]), ago(0)
    back = {"trackingNumber": number, "code": "returning", "occurredAt": at, "reason": "not-called-for"}
    same("returning", words(scans(back)), ["APPLIED"])
    same("returned", words(scans({"trackingNumber": number, "code": "returned", "occurredAt": at})), ["APPLIED"])
    late = {"trackingNumber": number, "code": "delivered", "occurredAt": at}
    same("contradiction", words(scans(late)), ["contradiction"])


def cash():
    due = JOBS[5]["cod"]["amount"]
    numbers = [accept(JOBS[5]), accept(JOBS[6])]
    for number in numbers:
        end = {"trackingNumber": number, "code": "delivered", "occurredAt": ago(0)}
        scans({**end, **({"cod": {"collected": due}} if due else {})})

    def line(number, sum_):
        paid = {"collected": sum_, "deductedFee": 0, "remitted": sum_}
        return {"trackingNumber": number, "kind": "cod", **paid, "occurredAt": ago(0)}

    lines = [line(numbers[0], due), line(numbers[1], due + 1000)]
    report = {"remittanceId": str(uuid.uuid4()), "total": 2 * due + 1000, "lines": lines}
    _, _, settled = ask("POST", "/cod-remittances", report)
    same("lines", [each["outcome"] for each in settled["lines"]], ["MATCHED", "DIFFERENCE"])
    same("again", ask("POST", "/cod-remittances", report)[2], settled)
    status, _, body = ask("POST", "/cod-remittances", {**report, "total": 1})
    same("total", (status, body["type"]), (422, "total-mismatch"))
    same("report of the day", ask("GET", "/reports/cash")[0], 200)


def evidence():
    job_id, photo = JOBS[3]["jobId"], b"\xff\xd8 " + uuid.uuid4().bytes
    announced = announce(job_id, photo)
    wanted = {"evidenceId": announced["evidenceId"], "because": "not-uploaded"}
    scan = {"jobId": job_id, "code": "out-for-delivery", "occurredAt": ago(0)}
    found = scans({**scan, "evidenceIds": [announced["evidenceId"]]})
    same("missing", found[0]["missingEvidence"], [wanted])
    same("another file", put(announced, photo[::-1]) == 200, False)
    same("the file", put(announced, photo), 200)
    same("the same file", announce(job_id, photo)["evidenceId"], announced["evidenceId"])


def changes():
    _, _, page = ask("GET", "/changes?limit=100")
    cursor = page.get("cursor")
    _, _, rest = ask("GET", "/changes?limit=100" + (f"&after={quoted(cursor)}" if cursor else ""))
    same("twice", [each for each in rest["changes"] if cursor and each["changeId"] <= cursor], [])


def speed():
    times = []
    for _ in range(20):
        begun = time.monotonic()
        ask("GET", job_path(JOBS[7]["jobId"]))
        times.append(time.monotonic() - begun)
    same("19 of 20 within a second", sorted(times)[18] < 1, True)


CHECKS = [connect, claim_twice, crash_and_recover, stale_lease, replay, etag, tenancy, batches, order_of_events]
CHECKS += [returns, cash, evidence, changes, speed]
failed = 0
print(f"TAP version 14\n1..{len(CHECKS)}")
for at, check in enumerate(CHECKS, 1):
    try:
        check()
        print(f"ok {at} - {check.__name__}")
    except Exception as error:  # each check stands for itself
        failed += 1
        print(f"not ok {at} - {check.__name__}: {error}")
sys.exit(1 if failed else 0)
