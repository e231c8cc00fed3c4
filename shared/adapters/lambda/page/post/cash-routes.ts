import { CashQuery, type CashReport } from '../../../../domain/post/money/cash-report-shape.ts';
import { ConfirmationRequest } from '../../../../domain/post/money/confirm-cash.ts';
import type { ProblemType } from '../../../../domain/api/problem.ts';
import type { Day } from '../../../../domain/values/day.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { Answer, Route } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { acts, type DeskPorts, type DeskRequest, type PageOutcome, reads } from '../frame/desk-route.ts';
import { type FormFields, proof, typedIn } from '../frame/form.ts';
import { cashPage } from './cash-page.ts';

type Ports = DeskPorts & {
  cash: (ward: Ward, asked: { day?: Day | undefined }) => Promise<CashReport>;
  confirmCash: (
    ward: Ward,
    request: ConfirmationRequest,
    client: string,
  ) => Promise<
    { is: 'confirmed' } | { is: 'total-differs'; expected: number; lines: number } | { is: ProblemType }
  >;
};

const show = async (
  ports: Ports,
  { at, officer, notice, query }: DeskRequest,
  mistake?: Parameters<typeof cashPage>[1]['mistake'],
): Promise<Answer> => {
  const asked = CashQuery.safeParse({ day: query['ngay'] || undefined });
  const report = await ports.cash(officer.ward, { day: asked.data?.day });
  const page = cashPage(at, { report, newForm: ports.newId, notice, mistake });
  return pageAnswer(page, { status: mistake ? 422 : 200 });
};

const confirm = async (ports: Ports, asked: DeskRequest, fields: FormFields): Promise<PageOutcome> => {
  const id = fields['lan-nop'] ?? '';
  const typed = (fields[`tong-${id}`] ?? '').replaceAll(/[.\s]|đ$/g, '');
  const read = ConfirmationRequest.safeParse({
    // The word of the form: sent twice, it is the same confirmation.
    confirmationId: `desk-${fields[proof.form] ?? ''}`.slice(0, 60),
    partner: fields['don-vi'],
    remittanceId: id,
    total: /^\d+$/.test(typed) ? Number(typed) : undefined,
    confirmedBy: asked.officer.name,
  });
  const again = async (error: string): Promise<Answer> =>
    show(ports, asked, { id, typed: typedIn(fields), error });
  if (!read.success)
    return { said: 'not-readable', about: id, again: await again('Ghi số tiền bằng chữ số, ví dụ 1250000.') };
  const said = await ports.confirmCash(asked.officer.ward, read.data, asked.officer.id);
  if (said.is === 'total-differs') {
    const sum = 'expected' in said ? said.expected.toLocaleString('vi-VN') : '';
    return {
      said: 'cash-differs',
      about: id,
      again: await again(`Bưu điện báo ${sum} đ. Số bạn thấy khác thì gọi bưu điện trước khi xác nhận.`),
    };
  }
  return { said: said.is === 'confirmed' ? 'cash-confirmed' : said.is, about: id, words: typed };
};

/** Cash that the post collects for the office. */
export const cashRoutes: Record<string, Route<Ports>> = {
  'GET /tien': reads('read-post', (ports: Ports, asked) => show(ports, asked)),
  'POST /tien': acts('confirm-cash', confirm, () => '/tien'),
};
