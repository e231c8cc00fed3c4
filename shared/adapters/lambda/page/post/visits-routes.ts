import { VisitReport } from '../../../../domain/post/paper/visit-report.ts';
import type { Visits } from '../../../../domain/post/paper/visit-list.ts';
import type { ProblemType } from '../../../../domain/api/problem.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { Answer, Route } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { acts, type DeskPorts, type DeskRequest, type PageOutcome, reads } from '../frame/desk-route.ts';
import { type FormFields, proof, typedIn } from '../frame/form.ts';
import type { Word } from '../frame/notices.ts';
import { visitsPage } from './visits-page.ts';

type Ports = DeskPorts & {
  visits: (ward: Ward) => Promise<Visits>;
  setOut: (ward: Ward, roundId: string) => Promise<unknown>;
  reportVisit: (ward: Ward, jobId: string, report: VisitReport) => Promise<{ is: 'recorded' | ProblemType }>;
};

const show = async (
  ports: Ports,
  { at, officer, notice }: DeskRequest,
  mistake?: Parameters<typeof visitsPage>[1]['mistake'],
): Promise<Answer> => {
  const hamlets = await ports.visits(officer.ward);
  const page = visitsPage(at, { hamlets, newForm: ports.newId, notice, mistake });
  return pageAnswer(page, { status: mistake ? 422 : 200 });
};

const results = { 'da-giao': 'delivered', 'khong-gap': 'not-met', 'mang-ve': 'brought-back' } as const;
const isResult = (word: string): word is keyof typeof results => Object.hasOwn(results, word);

/** What somebody at the door typed; money is only digits, as a telephone's keys write it. */
const reportIn = (fields: FormFields, id: string) => {
  const step = fields['buoc'] ?? '';
  const cash = (fields[`thu-${id}`] ?? '').replaceAll(/[.\s]|đ$/g, '');
  const result = isResult(step) ? results[step] : undefined;
  return VisitReport.safeParse({
    result,
    ...(result === 'delivered' && {
      receivedBy: { relation: fields['nhan'], idChecked: fields['da-xem'] === 'co' },
      ...(cash !== '' && { collected: /^\d+$/.test(cash) ? Number(cash) : -1 }),
    }),
    ...(result === 'brought-back' && { reason: fields['vi'] }),
  });
};

const note = async (ports: Ports, asked: DeskRequest, fields: FormFields): Promise<PageOutcome> => {
  const id = asked.path['id'] ?? '';
  const read = reportIn(fields, id);
  if (!read.success) {
    const wrong = { [`thu-${id}`]: 'Ghi số tiền bằng chữ số, ví dụ 120000.' };
    return {
      said: 'not-readable',
      about: id,
      again: await show(ports, asked, { id, typed: typedIn(fields), wrong }),
    };
  }
  const { is } = await ports.reportVisit(asked.officer.ward, id, read.data);
  const said: Word = is === 'recorded' ? 'visit-noted' : is === 'not-found' ? 'not-here' : is;
  return { said, about: id, words: read.data.result };
};

/** Results that the office brings home itself, noted at the door. */
export const visitRoutes: Record<string, Route<Ports>> = {
  'GET /di-phat': reads(
    'read-post',
    (ports: Ports, asked) => show(ports, asked),
    () => undefined,
  ),
  'POST /di-phat': acts(
    'note-visit',
    async (ports: Ports, { officer }, fields) => {
      await ports.setOut(officer.ward, `desk-${fields[proof.form] ?? ''}`.slice(0, 100));
      return { said: 'set-out' };
    },
    () => '/di-phat',
  ),
  'POST /di-phat/{id}': acts('note-visit', note, () => '/di-phat'),
};
