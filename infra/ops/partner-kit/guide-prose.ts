type Tables = Record<
  | 'claim'
  | 'renew'
  | 'release'
  | 'accept'
  | 'reject'
  | 'scan'
  | 'evidence'
  | 'remittance'
  | 'remittanceLine'
  | 'partner'
  | 'ward'
  | 'problems'
  | 'codes',
  string
>;

/** The words of the partner guide around its tables. */
export const prose = (table: Tables): string => `# For postal partners

You fetch result papers at ward offices and bring them to citizens. This page is everything your program needs. Its tables
are printed from the schemas that check your requests (\`npm run -s cli -- partner guide\`), and a test compares them.

Base address: \`{Url}/partner/v1\`. Sign in with OAuth 2 client credentials at \`POST {Url}/oauth/token\`; the token says who
you are, nothing in a path or body does. What is not yours is \`404\`. Unknown fields are refused. Money is whole VND,
instants carry an offset.

## A day in eight calls

1. \`POST /dispatch-jobs/claim\` leases up to 50 jobs. Choose the \`claimId\` yourself and **write it down before you ask**:
   the same id again gives the same jobs, so a lost answer costs nothing. Ask again after \`pollAfterSeconds\`, also when there was
   nothing: a partner that stops asking while jobs are on offer to it rings somebody up (\`asksWithinMinutes\` below).
2. \`POST /dispatch-jobs/{id}/accept\` with the lease's \`epoch\` takes a job over for good, under your tracking number or one
   of our pool. A lease that has lapsed may still be accepted while nobody else took the job; the epoch tells.
3. \`GET /dispatch-jobs/{id}/label?format=pdf-a6\` (or \`zpl\`) prints the label; the second print says that it is a copy.
4. \`POST /manifests\`, \`seal\`, \`confirm-handover\`: the list that goes over the counter. Both sides count, and
   \`GET /manifests/{id}/document\` is the page to sign (PDF/A-2a; \`?format=csv\` for a spreadsheet).
5. \`POST /tracking-events\` in batches of up to 100, as often as you like, in any order. Give each event an \`eventId\` that
   stays the same when you send it again.
6. \`GET /changes?after=…\` tells what was cancelled or recalled, which
   address was corrected, and where the office says that a journey ended otherwise than you reported (\`corrected\`). Answer \`confirm-cancel\` or \`refuse-cancel\`.
   While you hold a lease, a corrected address is the job's at once. Once you have accepted it, it is a question: the job keeps
   its address and shows the other one as \`redirect\`. Answer \`confirm-redirect\`, from when on it is the job's address (print
   a new label if the papers are not on their way yet), or \`refuse-redirect\` with a reason: bring the papers where they were
   to go. The citizen hears of another address only when you have confirmed it; what is not answered stays on the office's list.
7. \`POST /cod-remittances\` when you bring the cash; each line is matched to its job, and what you charge has lines of its
   own. \`GET /reports/cash?day=…\` shows how the day's money stands with every office, charges beside quotes.
8. After a crash: \`GET /dispatch-jobs?holder=me&state=leased,accepted\` is your memory.

\`npm run -s cli -- partner work --scans DIR\` is a complete client that does 1 to 3, 5, 6 and 8 and may be killed at any line;
read \`infra/ops/partner-kit/work.ts\` before you write yours. \`partner track\` sends events, \`partner evidence\` photographs;
\`partner label\`, \`partner manifest\` and \`partner visits\` print, or save with \`--out\`.

## What you send

### claim

${table.claim}

### \`renew\`

${table.renew}

### \`release\`

${table.release}

### \`accept\`

${table.accept}

### \`reject\`

${table.reject}

### a tracking event

${table.scan}

Each event gets one outcome: \`APPLIED\` (it moved the parcel), \`RECORDED\` (kept, and the \`note\` says why it moved nothing),
\`DUPLICATE\`, \`REJECTED\` (with a problem), \`QUARANTINED\` (it contradicts how the journey ended; a person looks).
Delivered, returned, lost, damaged and cancelled stick. The order in which events reach us does not matter; when they
happened does.

Your codes are read by the table that was agreed:

${table.codes}

### evidence

A photograph or a signed slip is announced before it is sent, at \`POST /dispatch-jobs/{id}/evidence\`:

${table.evidence}

The answer, 201, has an \`evidenceId\` and an \`upload\`: send the file with \`PUT\` to its \`url\` within a quarter of an hour, with exactly
its \`headers\`. They are part of the signature, so the store itself refuses another length or type (403) and other content
(400). The same file announced again is the same evidence, with a new address. A job has at most fifteen. Name the ids
in the \`evidenceIds\` of a tracking event: the event counts whether or not the photographs are there, and
\`missingEvidence\` beside its outcome says which are \`not-uploaded\` or \`unknown\` (of no job or of another one). Upload them later; there is
nothing to send again. Evidence is deleted thirty days after the journey, with the citizen's name and address. The office
sees it at \`GET /v1/dispatch-jobs/{id}/evidence\` and opens a file through an address that works for five minutes.

### a remittance

${table.remittance}

and each of its \`lines\`:

${table.remittanceLine}

A line answers \`MATCHED\`, \`DIFFERENCE\` (a person at the office settles it), \`DUPLICATE\`, \`UNMATCHED\`, or \`NOT_DELIVERED\`: report
the delivery and send the line again in another remittance. The last three book nothing and are shown as unplaced.

## What you may be told

Problems are \`application/problem+json\` (RFC 9457); programs rely on \`type\`.

${table.problems}

## Before you go live

On a machine with Node and Java: \`npm start -- --empty\`, then

\`\`\`sh
npm run -s cli -- client create --partner YOURS --json
BAO_TIN_CLIENT_ID=… BAO_TIN_CLIENT_SECRET=… npm run -s cli -- partner acceptance http://127.0.0.1:PORT --fill YOURS
\`\`\`

runs fourteen checks and prints them as TAP: connect, claim twice, crash and recover, stale lease, replay, ETag, tenancy,
batches, order of events, returns, cash, evidence, changes, speed. Against a shared sandbox leave \`--fill\` out; it needs eight jobs.

## For whoever takes a partner in

\`npm run -s cli -- partner save --file partner.json\` writes down what was agreed:

${table.partner}

\`npm run -s cli -- ward post 26506 --file post.json\` says who carries a ward's results, from where and for how much. The
ward's own deliverers are the partner \`ward-26506\` and need no agreement.

${table.ward}

\`npm run -s cli -- places import FILE --as 2026-07-25 --source "QĐ 19/2025/QĐ-TTg"\` brings the catalogue that addresses are
checked against; until then seventeen communes of three provinces are known, and every other address waits for a person.
\`places find\` answers a commune's code by its name.
`;
