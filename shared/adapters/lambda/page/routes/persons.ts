import {
  type Answerable,
  exportFiles,
  type ExportFile,
  PersonAsked,
  type PersonRequest,
} from '../../../../domain/rights/person-request.ts';
import type { ProblemError } from '../../../../domain/values/problem-error.ts';
import { dayOf } from '../../../../domain/values/day.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { Answer, Route } from '../../http/http.ts';
import { goTo, pageAnswer } from '../frame/answers.ts';
import { acts, type DeskPorts, type DeskRequest, type PageOutcome, reads } from '../frame/desk-route.ts';
import { type FormFields, typedIn } from '../frame/form.ts';
import { notFoundPage } from '../frame/refusals.ts';
import { type PersonMistake, personsPage } from '../views/office/persons-page.ts';

type Ports = DeskPorts & {
  personRequests: (ward: Ward) => Promise<PersonRequest[]>;
  askAboutPerson: (
    ward: Ward,
    what: Answerable,
    asked: PersonAsked,
    askedBy: string,
  ) => Promise<{ is: 'asked'; request: PersonRequest } | { is: 'validation-failed'; errors: ProblemError[] }>;
  linkToExport: (
    ward: Ward,
    id: string,
    name: ExportFile,
  ) => Promise<{ url: string; request: PersonRequest } | undefined>;
};

const show = async (ports: Ports, asked: DeskRequest, mistake?: PersonMistake): Promise<Answer> => {
  const { at, officer, notice, now } = asked;
  const requests = await ports.personRequests(officer.ward);
  const shown = { requests, today: dayOf(now), newForm: ports.newId, notice, mistake };
  const page = pageAnswer(personsPage(at, shown), { status: mistake ? 422 : 200 });
  // While something is being answered the page asks again by itself, without any script; what is typed in it is not lost.
  const waits = notice !== undefined && requests.some(({ state }) => state === 'asked');
  return waits ? { ...page, headers: { ...page.headers, refresh: '60' } } : page;
};

const fieldOf: Readonly<Record<string, string>> = {
  '/phone': 'dien-thoai',
  '/dossierCode': 'ho-so',
  '/request': 'so',
  '/reason': 'ly-do',
  '/receivedOn': 'ngay',
};

const wrong: Readonly<Record<string, string>> = {
  'dien-thoai': 'Ghi một số di động Việt Nam, hoặc mã hồ sơ; chỉ một trong hai.',
  'ho-so': 'Đây không phải mã hồ sơ.',
  so: 'Ghi số yêu cầu, nhiều nhất 60 chữ.',
  'ly-do': 'Ghi lý do, nhiều nhất 500 chữ.',
  ngay: 'Ghi ngày nhận, không sau hôm nay.',
};

/** A field of the form; one that was left empty says nothing. */
const typedOr = (fields: FormFields, name: string): string | undefined => {
  const value = (fields[name] ?? '').trim();
  return value === '' ? undefined : value;
};

const ask = async (ports: Ports, asked: DeskRequest, fields: FormFields): Promise<PageOutcome> => {
  const { officer } = asked;
  const again = async (errors: Record<string, string>): Promise<PageOutcome> => ({
    said: 'not-done',
    again: await show(ports, asked, { typed: typedIn(fields), errors }),
  });
  const what: Answerable = fields['viec'] === 'erase' ? 'erase' : 'export';
  if (what === 'erase' && fields['chac'] !== 'co')
    return again({ chac: 'Đánh dấu ô này thì mới xóa: xóa rồi không lấy lại được.' });
  const [phone, dossierCode, receivedOn] = ['dien-thoai', 'ho-so', 'ngay'].map((name) =>
    typedOr(fields, name),
  );
  const read = PersonAsked.safeParse({
    ...(phone !== undefined && { phone }),
    ...(dossierCode !== undefined && { dossierCode }),
    ...(receivedOn !== undefined && { receivedOn }),
    request: fields['so'] ?? '',
    reason: fields['ly-do'] ?? '',
    by: officer.name,
  });
  const errorsAt = (pointers: string[]): Record<string, string> =>
    Object.fromEntries(
      pointers.map((pointer) => fieldOf[pointer] ?? 'dien-thoai').map((name) => [name, wrong[name]!]),
    );
  if (!read.success) return again(errorsAt(read.error.issues.map(({ path }) => `/${path.join('/')}`)));
  const said = await ports.askAboutPerson(officer.ward, what, read.data, officer.id);
  if (said.is !== 'asked') return again(errorsAt(said.errors.map(({ pointer }) => pointer)));
  return { said: 'person-asked', about: read.data.request, words: `${what} ${read.data.reason}` };
};

const fileIn = ({ path }: Pick<DeskRequest, 'path'>): ExportFile | undefined =>
  exportFiles.find((name) => name === path['tep']);

/** The rights of citizens over their own data, for a leader of the office. */
export const personRoutes: Record<string, Route<Ports>> = {
  'GET /quyen': reads('rights-of-person', (ports: Ports, asked) => show(ports, asked)),
  'POST /quyen': acts('rights-of-person', ask, () => '/quyen'),
  'GET /quyen/{id}/{tep}': reads('rights-of-person', async (ports: Ports, asked) => {
    const [name, id] = [fileIn(asked), asked.path['id'] ?? ''];
    const found = name && (await ports.linkToExport(asked.officer.ward, id, name));
    if (found === undefined) return pageAnswer(notFoundPage(asked.at), { status: 404 });
    const { officer, now } = asked;
    const deed = { id: ports.newId(), ward: officer.ward, at: now, officer: officer.id, by: officer.name };
    await ports.note({
      ...deed,
      what: 'person-export-read',
      about: found.request.request,
      outcome: 'done',
    });
    return goTo(found.url);
  }),
};
