import type { Deed } from '../../../../domain/people/audit.ts';
import { type Officer, OfficerGiven, type Role } from '../../../../domain/people/officer.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { Answer, Route } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { acts, type DeskPorts, type DeskRequest, reads } from '../frame/desk-route.ts';
import { typedIn } from '../frame/form.ts';
import type { Word } from '../frame/notices.ts';
import { auditPage, type OfficerMistake, officersPage } from '../views/people-pages.ts';

type Ports = DeskPorts & {
  officersOf: (ward: Ward) => Promise<Officer[]>;
  putOfficer: (given: OfficerGiven, by: string) => Promise<{ is: 'saved' | 'conflict' | 'elsewhere' }>;
  takeOfficerOff: (ward: Ward, id: string, by: string) => Promise<{ is: 'saved' | 'conflict' | 'not-found' }>;
  audit: (ward: Ward, before: string | undefined) => Promise<{ deeds: Deed[]; cursor?: string }>;
};

/** Nobody gives a role above their own: a leader makes no operator. */
const choicesOf = ({ roles }: Officer): Role[] =>
  roles.includes('operator') ? ['clerk', 'leader', 'operator'] : ['clerk', 'leader'];

const show = async (ports: Ports, asked: DeskRequest, mistake?: OfficerMistake): Promise<Answer> => {
  const { at, officer, notice } = asked;
  const officers = await ports.officersOf(officer.ward);
  const choices = choicesOf(officer);
  const page = officersPage(at, officer, officers, { newForm: ports.newId, choices, notice, mistake });
  return pageAnswer(page, { status: mistake ? 422 : 200 });
};

const said: Readonly<Record<'conflict' | 'not-found', Word>> = {
  conflict: 'conflict',
  'not-found': 'not-here',
};

/** Who may sign in at an office, and what was done and read there. */
export const peopleRoutes: Record<string, Route<Ports>> = {
  'GET /can-bo': reads('manage-officers', (ports: Ports, asked) => show(ports, asked)),
  'POST /can-bo': acts(
    'manage-officers',
    async (ports: Ports, asked, fields) => {
      const { officer } = asked;
      const typed = typedIn(fields);
      const role = choicesOf(officer).find((one) => one === fields['vai-tro']);
      const given = OfficerGiven.safeParse({
        login: fields['thu-dien-tu'],
        name: fields['ten'],
        ward: officer.ward,
        roles: [role],
      });
      const again = async (errors: Record<string, string>) => ({
        said: 'not-done' as const,
        again: await show(ports, asked, { typed, errors }),
      });
      const login = (fields['thu-dien-tu'] ?? '').trim();
      const errors = {
        ...((fields['ten'] ?? '').trim() === '' && { ten: 'Ghi họ tên, để biết ai đã làm gì.' }),
        ...(!/^\S+@\S+$/.test(login) && { 'thu-dien-tu': 'Ghi địa chỉ thư, ví dụ hoa@phuong.gov.vn.' }),
      };
      if (Object.keys(errors).length > 0) return again(errors);
      if (!given.success) return again({ ten: 'Họ tên hoặc địa chỉ thư dài quá.' });
      const { is } = await ports.putOfficer(given.data, officer.name);
      if (is === 'elsewhere')
        return again({ 'thu-dien-tu': 'Người này đang làm ở phường, xã khác. Nơi đó cho thôi trước.' });
      const words = `${given.data.login} ${given.data.roles.join(' ')}`;
      return { said: is === 'saved' ? 'officer-saved' : 'conflict', words };
    },
    () => '/can-bo',
  ),
  'POST /can-bo/thoi': acts(
    'manage-officers',
    async (ports: Ports, { officer }, { ai = '' }) => {
      if (ai === officer.id) return { said: 'not-done' };
      const { is } = await ports.takeOfficerOff(officer.ward, ai, officer.name);
      return { said: is === 'saved' ? 'officer-off' : said[is], about: ai };
    },
    () => '/can-bo',
  ),
  'GET /nhat-ky': reads(
    'read-audit',
    async (ports: Ports, { at, officer, query }) =>
      pageAnswer(auditPage(at, await ports.audit(officer.ward, query['truoc']))),
    () => undefined,
  ),
};
