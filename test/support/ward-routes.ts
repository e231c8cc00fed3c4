/** A ward office over stores in memory, and one request for every route of it that answers in a shape. */
import { listLetters, linkToLetter, showLetter } from '../../shared/flows/letter/list-letters.ts';
import { actOnNotification } from '../../shared/flows/notification/act-on-notification.ts';
import { actOnDossier } from '../../shared/flows/dossier/act-on-dossier.ts';
import { correctPerson } from '../../shared/flows/rights/correct-person.ts';
import { listOverdue } from '../../shared/flows/dossier/list-overdue.ts';
import { chooseSettings, judgeSettings } from '../../shared/flows/office/choose-settings.ts';
import { listChoices } from '../../shared/flows/office/list-choices.ts';
import { listWorklist } from '../../shared/flows/notification/list-worklist.ts';
import { chooseGuarded } from '../../shared/flows/people/choose-guarded.ts';
import { proposeTemplates } from '../../shared/flows/people/propose-templates.ts';
import { propose } from '../../shared/flows/people/propose.ts';
import { recordConsents } from '../../shared/flows/office/record-consents.ts';
import { readWorklist } from '../../shared/flows/office/read-worklist.ts';
import { findByPhone, traceDossier } from '../../shared/flows/dossier/trace-dossier.ts';
import { anOfficeOfPeople } from './builders/people.ts';
import { anEventBody, aWard, code, tanHong, vungTau } from './builders/dossiers.ts';
import { aBirthEvent, aDeathEvent, aFamilyDay } from './builders/family-day.ts';
import { aWardsPost } from './builders/post.ts';
import { aDoorbell, aWardsDay } from './builders/wards-day.ts';
import { aRightsOffice } from './builders/rights.ts';
import { anImportOffice } from './sheets/import-office.ts';
import { csv, hang, headings } from './sheets/lists.ts';
import type { Deed } from '../../shared/domain/people/audit.ts';
import type { memoryStore } from '../../shared/adapters/memory/store.ts';
import type { Instant } from '../../shared/domain/values/instant.ts';
import type { LetterName } from '../../shared/domain/letter/letters.ts';

/** What machines propose, and the audit of it. */
const guarded = (store: ReturnType<typeof memoryStore>, clock: () => Instant) => {
  let drawn = 0;
  const random = () => `word-${(drawn += 1)}`;
  const write = propose({ ...store, random, clock });
  const judge = judgeSettings(store);
  return {
    chooseGuarded: chooseGuarded({ ...store, judge, choose: chooseSettings(store), propose: write }),
    proposeTemplates: proposeTemplates({ ...store, propose: write, clock }),
    note: async (deed: Deed) => store.audit.note(deed),
    newId: random,
    clock,
  };
};

/** A ward with one told dossier, a citizen to be rung, and everything that its routes need. */
const office = async (event: Record<string, unknown> = {}) => {
  const day = aWardsDay({ outcome: 'unknown', reason: 'TimeoutError' });
  const { store, clock } = day;
  await store.settings.save(aWard());
  await store.settings.save({ ...aWard(), ward: tanHong, office: 'UBND X. Tan Hong' });
  await day.accept(vungTau, [anEventBody(event)], 'vi');
  await day.decide(await store.events.find(vungTau, ['e-1' as never]));
  const [owed] = await store.notifications.ofDossier(vungTau, code);
  const desk = { ...store, doorbell: aDoorbell().doorbell, clock };
  const hash = (text: string) => text;
  const vault = { hash } as never;
  const act = actOnDossier({ ...store, decide: day.decide, hash, clock });
  return {
    ...store,
    id: owed!.id,
    send: day.send,
    accept: day.accept,
    trace: traceDossier(store),
    withPhone: findByPhone(store),
    ...guarded(store, clock),
    choices: listChoices({ ...store, posts: { of: async () => aWardsPost() } }),
    overdue: listOverdue({ ...store, clock }),
    worklist: readWorklist({
      ...store,
      lists: { ofWard: async () => ({ items: [] }) },
      clock,
      openCircuits: async () => [],
    }),
    act: actOnNotification(desk),
    actOnDossier: act,
    correctPerson: correctPerson({ ...store, actOnDossier: act }),
    look: listWorklist(desk),
    record: recordConsents({ ...store, vault, clock }),
  };
};
const landline = { applicant: { phone: '0254 3852 101' } };

const asked =
  (request: { path?: Record<string, string>; query?: Record<string, string>; body?: unknown }, event = {}) =>
  async () => ({ ports: await office(event), ...request });
const onMessage =
  (body: unknown, event = {}, sent = false) =>
  async () => {
    const ports = await office(event);
    if (sent) await ports.send(ports.id);
    return { ports, path: { id: ports.id }, body };
  };

const letterOffice = async (event: Record<string, unknown>, ...acts: ('released' | 'held')[]) => {
  const day = await aFamilyDay();
  await day.report(event);
  await day.renderAll();
  const [letter] = await day.letters();
  const { ward, id } = letter!;
  for (const act of acts) await day.act({ ward, id }, act, {}, 'clerk');
  const { letters } = day.store;
  return {
    id,
    ports: {
      act: day.act,
      post: (name: LetterName) => day.act(name, 'posted', {}, 'clerk'),
      revise: day.revise,
      list: listLetters({ letters }),
      show: showLetter({ letters }),
      link: linkToLetter({ letters, documents: day.documents, clock: day.clock }),
    },
    print: day.print,
  };
};
const onLetter =
  (body?: unknown, ...acts: ('released' | 'held')[]) =>
  async () => {
    const { ports, id } = await letterOffice(aBirthEvent(), ...acts);
    return { ports, path: { id }, body };
  };
const printed = (body?: unknown) => async () => {
  const { ports, id, print } = await letterOffice(aBirthEvent(), 'released');
  await print(vungTau, [id], 'clerk');
  return { ports, path: { id }, body };
};
const reason = { reason: 'bà gọi lên hỏi' };

/** An office with a file that was rehearsed. */
const anImport = (body?: unknown) => async () => {
  const desk = anImportOffice();
  const { id } = await desk.take(csv([headings, hang]));
  await desk.work();
  return { ports: desk.ports, path: { id }, body };
};

/** An office of whom a citizen asked to see their data, and was answered. */
const aPersonAsked = (body?: unknown) => async () => {
  const { ports, id } = await aRightsOffice();
  return { ports, path: { id }, body };
};
const personAsked = { phone: '0912 345 678', request: 'YC-13', by: 'Lê Văn Tám', reason: 'bà Hoa xin' };

export const aWardWithNews = {
  'GET /v1/persons': aPersonAsked(),
  'GET /v1/persons/{id}': aPersonAsked(),
  'GET /v1/persons/{id}/document': aPersonAsked(),
  'POST /v1/persons/export': aPersonAsked(personAsked),
  'POST /v1/persons/erase': aPersonAsked(personAsked),
  'POST /v1/persons/correct': asked({
    body: { phone: '0912 345 678', to: '0987 654 321', request: 'YC-14', ...reason },
  }),
  'GET /v1/imports': anImport(),
  'POST /v1/imports': anImport({ fileName: 'ho-so.csv', sha256: '0'.repeat(64), bytes: 1200 }),
  'GET /v1/imports/{id}': anImport(),
  'POST /v1/imports/{id}/read': anImport({ encoding: 'tcvn3' }),
  'POST /v1/imports/{id}/start': anImport(),
  'GET /v1/imports/{id}/report.csv': anImport(),
  'GET /v1/imports/{id}/original': anImport(),
  'POST /v1/status-events': async () => ({
    ports: (await office()).accept,
    body: { events: [anEventBody({ eventId: 'e-2' }), {}] },
  }),
  'GET /v1/dossiers/{code}': asked({ path: { code } }),
  'GET /v1/dossiers': asked({ query: { phone: '0912 345 678' } }),
  'POST /v1/dossiers/{code}/correct': asked({
    path: { code },
    body: { ...reason, facts: { applicant: { phone: '0987 654 321' } } },
  }),
  'POST /v1/dossiers/{code}/void': asked({ path: { code }, body: { ...reason, eventId: 'e-1' } }),
  'POST /v1/dossiers/{code}/settle': asked({ path: { code }, body: reason }),
  'POST /v1/dossiers/{code}/move': asked({ path: { code }, body: { ...reason, to: tanHong } }),
  'POST /v1/dossiers/{code}/person-event': asked({
    path: { code },
    body: { kind: 'death', deceasedName: 'Phạm Ngọc Ẩn', diedOn: '2026-03-01' },
  }),
  'GET /v1/worklist': asked({}, landline),
  'GET /v1/reports/overdue': asked({}),
  'GET /v1/settings': asked({}),
  'PUT /v1/settings': async () => {
    const { ward: _ward, ...body } = aWard();
    return { ports: await office(), body: { ...body, hotline: '0254 3852 999' } };
  },
  'GET /v1/proposals': async () => {
    const ports = await office();
    await ports.chooseGuarded({ ...aWard(), hotline: '1022' }, { ward: vungTau, id: 'a', name: 'a' });
    return { ports };
  },
  'GET /v1/officers': async () => ({ ports: (await anOfficeOfPeople()).ports }),
  'PUT /v1/officers': async () => ({
    ports: (await anOfficeOfPeople()).ports,
    body: { login: 'hoa@phuong.example.vn', name: 'Hoa', roles: ['clerk'] },
  }),
  'DELETE /v1/officers/{id}': async () => {
    const { ports, id } = await anOfficeOfPeople();
    return { ports, path: { id } };
  },
  'GET /v1/audit': async () => {
    const { ports } = await anOfficeOfPeople();
    return { ports };
  },
  'GET /v1/choices': async () => {
    const ports = await office();
    return { ports: { look: ports.choices } };
  },
  'GET /v1/templates': asked({}),
  'POST /v1/templates': asked({ body: { templates: [{ key: 'received', bodies: { vi: 'x' } }] } }),
  'GET /v1/consents': asked({ query: { phone: '0912 345 678' } }),
  'POST /v1/consents': asked({ body: { consents: [{ phone: '0912 345 678' }] } }),
  'GET /v1/notifications': asked({ query: { channel: 'call-list' } }, landline),
  'POST /v1/notifications/{id}/resend': onMessage(reason, {}, true),
  'POST /v1/notifications/{id}/cancel': onMessage(reason),
  'POST /v1/notifications/{id}/settle': onMessage(reason, {}, true),
  'POST /v1/notifications/{id}/call': onMessage({ outcome: 'reached' }, landline),
  'GET /v1/letters': onLetter(),
  'GET /v1/letters/{id}': onLetter(undefined, 'held'),
  'GET /v1/letters/{id}/document': onLetter(),
  'GET /v1/letters/{id}/leaflet': async () => {
    const { ports, id } = await letterOffice(aDeathEvent());
    return { ports, path: { id } };
  },
  'POST /v1/letters/{id}/release': onLetter(),
  'POST /v1/letters/{id}/hold': onLetter(reason),
  'POST /v1/letters/{id}/withdraw': onLetter(reason),
  'POST /v1/letters/{id}/mark-handed-over': printed(),
  'POST /v1/letters/{id}/mark-posted': printed(),
  'POST /v1/letters/{id}/revise': onLetter({
    version: 1,
    ...reason,
    changes: { recipient: 'Gia đình bé Diệp' },
  }),
  'POST /v1/print-batches': async () => {
    const { print, id } = await letterOffice(aBirthEvent(), 'released');
    return { ports: print, body: { letterIds: [id, 'nobodys'] } };
  },
};
