/** What a caller has to know before the first call, for each operation whose door does not say it itself. */
export const operationWords: Readonly<Record<string, string>> = {
  traceDossier:
    'Every event with what it came to, every message with what became of it, and why nothing was said where nothing was.',
  findDossiers: 'For somebody who rings and has no code at hand. The number is hashed; no log holds it.',
  readSettings: 'What the office chose, and our own choice wherever it made none.',
  listProposals: 'Old and new beside each other. `proposed` waits; whoever proposed does not approve.',
  listOfficers: 'By mail address, as the identity provider of the province knows them.',
  putOfficer:
    'Whoever was signed in signs in again, so that no session keeps an older right. An officer of another office stays there (`officer-elsewhere`).',
  takeOfficerOff: 'Every session of theirs is over at once. The same call again answers the same.',
  readAudit: 'Append-only, kept for five years; reading it is written down in it, too.',
  listTemplates: 'Each with its worst length and price in parts, filled in with usual values.',
  listConsents: 'By phone or, for letters, by dossier: one of both.',
  askForDispatch:
    'For results whose journey no status event asked for. The header `Idempotency-Key` is needed: the same key and body again is the same job, another body under it is refused. A job whose address has gaps waits as a draft.',
  listWardJobs: 'By `state`, a hundred a page, the oldest first.',
  readWardJob:
    'All that the office may see. Send `If-None-Match` with the last ETag to learn cheaply that nothing changed.',
  offerWaiting: 'May be repeated; what is on offer already stays as it is.',
  cancelJob:
    'What nobody has accepted is cancelled at once; whoever accepted it is asked and answers in the feed.',
  recallJob: 'The partner is asked to bring the papers back; until it answers the journey goes on.',
  correctAddress: 'The label has to be printed again; a partner that holds the job reads it in its feed.',
  confirmReturn:
    'Ends the journey back: the papers, not the scan, close it. The reason is needed where no scan gave one.',
  correctEnd:
    'Keeps what was reported beside what is true, tells the citizen once, and settles the cash of both.',
  settleCash: 'Closes a dispute with what the office really has.',
  closeJob: 'Nothing is told; whoever fetches papers at the counter knows.',
  redispatchJob:
    'A new job with a link to the old one; another address is needed where the old one was at fault.',
  reportVisit: 'Delivered, nobody met, or brought back; the citizen is told what the next step is.',
  offerJob: 'The attempts are counted from nothing again.',
  listWaitingPapers: 'Each timer says who is expected to act. Nothing here moves by itself.',
  reportCash:
    'Movements of the day, where the money stands, what is open for long, and what waits to be confirmed.',
  listQuarantinedScans: 'Such a scan moved nothing. A person decides which end is true.',
  confirmCash: 'Needs the sum that was seen in the account; it has to be the sum of the lines.',
  reportPartnerCash: 'The same book as the office sees, read from the partner’s side.',
  printWardLabel: 'The second print says that it is a copy.',
  openWardManifest: 'One partner and one office a list; a job stands on one open list only.',
  readWardManifest: 'Open, sealed, or counted by one side or both.',
  printWardManifest: 'Only a sealed list is printed; its hash stands on it.',
  sealWardManifest: 'What cannot go is left off and named. The same call again answers the same.',
  confirmWardHandover:
    'For both sides where the partner has no program. Differences are written down, and what is missing stays with the office.',
  claimJobs:
    'Write the `claimId` down before asking: after a lost answer the same id brings the same jobs. Ask again after `pollAfterSeconds`.',
  acceptBatch: 'One result an item, in order; a bad item stops none of the others.',
  listHeldJobs: 'By `state`, page by page: what a client needs after it lost its own records.',
  readJob: 'Send `If-None-Match` with the last ETag: 304 says that nothing changed.',
  renewLease: 'Counted from this call, and at most to twelve hours after the claim.',
  releaseJob: 'Somebody else may take it at once, or from `notBefore` on.',
  acceptJob:
    'Durable: no timer takes the job away again. With your own tracking number, or with one of our pool where that was agreed. The same acceptance again answers the same.',
  rejectJob: 'The office’s next partner is asked; the job is not offered to you again.',
  confirmCancel: 'Answers a change `cancel-requested`.',
  refuseCancel: 'Answers a change `cancel-requested`; the journey goes on.',
  noteRedirectAnswer: 'For a partner without a program; whoever has one answers itself.',
  confirmRedirect: 'The new address holds from now on; the citizen hears of it.',
  refuseRedirect: 'The papers go where they were to go; the office hears why.',
  refuseRecall: 'Answers a change `recall-requested`; the journey goes on.',
  reportScans:
    'Up to a hundred, of any jobs, in any order. Each gets an outcome; an unknown code is kept, moves nothing and rings on our side.',
  remitCod:
    'The total has to be the sum of the lines. The same id again answers the same and books nothing twice.',
  readChanges: 'Ask with the cursor of the last answer. Without `after` the feed begins at its oldest entry.',
  partnerHealth: 'The first call of a new client: it proves the credential.',
  listWardVisits: 'Only jobs of the office’s own people.',
  beginRound: 'Papers that come along are handed over in the same moment.',
  listPartnerVisits: 'For a partner of the office’s own people; others have labels and lists.',
  printPartnerLabel: 'Only after acceptance. The second print says that it is a copy.',
  openPartnerManifest: 'One office a list; a job stands on one open list only.',
  readPartnerManifest: 'Open, sealed, or counted by one side or both.',
  printPartnerManifest: 'Only a sealed list is printed; its hash stands on it.',
  sealPartnerManifest: 'What cannot go is left off and named. The same call again answers the same.',
  confirmPartnerHandover: 'Differences are written down, and what is missing stays with the office.',
  announceEvidence: 'Answers where to send the file. An event may name it before it is there.',
  listPartnerEvidence: 'Awaited, uploaded or deleted; the files themselves are the office’s to open.',
  listWardEvidence: 'Awaited, uploaded or deleted; thirty days after the journey the files are gone.',
  lookAtEvidence: 'Redirects to the file; the address works for five minutes.',
  listPersonRequests:
    'Each with the last day for its answer. An answer is there some minutes after the request.',
  showPersonRequest: 'An erasure carries its receipt, which names nobody; keep it outside this system too.',
  fetchPersonExport:
    'Redirects to the file; the address works for five minutes, the file is gone after two weeks.',
  listImports: 'Fifty at most; files and what is noted of them go after a month.',
  announceImport:
    'Spreadsheets, CSV, HTML tables, NDJSON, national JSON, at most 16 MB. Answers where to send the file; then ask for it to be read.',
  showImport: 'Two hundred rows a page. The counts are those of the rehearsal until the file is started.',
  readImport:
    'What is said here of columns, words and letters counts above what the office said before. May be asked again until the file is started.',
  startImport:
    'Only after the rehearsal (`checked`). The same call again goes on with what was interrupted; events are named by their content, so nobody is told twice.',
  importReport: 'Redirects to the file; the address works for five minutes.',
  importOriginal: 'Redirects to the file; the address works for five minutes.',
  listLetters: 'A hundred a page, with `state` those of one state.',
  showLetter: 'All that is printed, and every act with who did it.',
  letterDocument: 'Redirects to the file; the address works for five minutes.',
  letterLeaflet: 'Redirects to the file; the address works for five minutes.',
  releaseLetter:
    'With `version` only if that is the version that was read. A condolence is released by a leader at the desk alone: `403 leader-only`.',
  holdLetter: 'Until it is released; says who and why.',
  withdrawLetter: 'It cannot come back; a new occasion makes a new letter.',
  markLetterHandedOver: 'The citizen has it; nothing more is done about it.',
  markLetterPosted: 'Asks for a journey where the office has arranged its post and the address is whole.',
  reviseLetter: 'The older version stays on record. A released letter has to be released again.',
  printLetters: 'Up to two hundred. Whatever cannot be printed is named and stops none of the others.',
  vaccinationCalendar:
    'For calendar programs of phones. Doses that fell away are cancelled in it; after a death it is closed.',
  parcelPage: 'For whoever finds papers. It names the office and its number, and no citizen.',
  issueToken:
    'By HTTP Basic, or by `client_id` and `client_secret` in the form. The token holds an hour; ask again when it ends or a call answers 401.',
};
