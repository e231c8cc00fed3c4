import type { Deed } from '../../../../domain/people/audit.ts';
import { type Officer, OfficerGiven, Role } from '../../../../domain/people/officer.ts';
import {
  type Changer,
  type ChangeRefusal,
  mayTouchOperators,
} from '../../../../domain/people/officer-change.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import type { Answer, Route } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { acts, type DeskPorts, type DeskRequest, reads } from '../frame/desk-route.ts';
import { typedIn } from '../frame/form.ts';
import type { Word } from '../frame/notices.ts';
import { auditPage, type AuditSearch } from '../views/office/audit-page.ts';
import { type OfficerMistake, officersPage } from '../views/office/people-pages.ts';

type Ports = DeskPorts & {
  officersOf: (ward: Ward) => Promise<Officer[]>;
  putOfficer: (
    given: OfficerGiven,
    by: Changer,
  ) => Promise<{ is: 'saved' | 'conflict' | 'elsewhere' | ChangeRefusal }>;
  takeOfficerOff: (
    ward: Ward,
    id: string,
    by: Changer,
  ) => Promise<{ is: 'saved' | 'conflict' | 'not-found' | ChangeRefusal }>;
  searchAudit: (
    ward: Ward,
    asked: AuditSearch & { before?: string | undefined },
  ) => Promise<{ deeds: Deed[]; cursor?: string }>;
};

const changerOf = (officer: Officer): Changer => ({ name: officer.name, officer });

/** The roles that this officer may give. */
const choicesOf = (officer: Officer): Role[] =>
  Role.options.filter((role) => role !== 'operator' || mayTouchOperators(changerOf(officer)));

/** Why an officer was not changed, beside the field that asked for it. */
const besideField = {
  elsewhere: ['thu-dien-tu', 'Người này đang làm ở phường, xã khác. Nơi đó cho thôi trước.'],
  'own-rights': ['vai-tro', 'Không ai đổi vai trò của chính mình. Nhờ lãnh đạo khác hoặc người điều hành.'],
  'operators-only': ['thu-dien-tu', 'Người này điều hành hệ thống. Chỉ người điều hành đổi được.'],
  'last-operator': ['vai-tro', 'Đây là người điều hành cuối cùng. Ghi người thay trước.'],
} as const satisfies Record<'elsewhere' | ChangeRefusal, readonly [string, string]>;

const show = async (ports: Ports, asked: DeskRequest, mistake?: OfficerMistake): Promise<Answer> => {
  const { at, officer, notice } = asked;
  const officers = await ports.officersOf(officer.ward);
  const choices = choicesOf(officer);
  const page = officersPage(at, officer, officers, { newForm: ports.newId, choices, notice, mistake });
  return pageAnswer(page, { status: mistake ? 422 : 200 });
};

const said = {
  saved: 'officer-off',
  conflict: 'conflict',
  'not-found': 'not-here',
  'own-rights': 'own-rights',
  'operators-only': 'operators-only',
  'last-operator': 'last-operator',
} as const satisfies Record<string, Word>;

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
      const { is } = await ports.putOfficer(given.data, changerOf(officer));
      if (is !== 'saved' && is !== 'conflict') return again(Object.fromEntries([besideField[is]]));
      const words = `${given.data.login} ${given.data.roles.join(' ')}`;
      return { said: is === 'saved' ? 'officer-saved' : 'conflict', words };
    },
    () => '/can-bo',
  ),
  'POST /can-bo/thoi': acts(
    'manage-officers',
    async (ports: Ports, { officer }, { ai = '' }) => {
      const { is } = await ports.takeOfficerOff(officer.ward, ai, changerOf(officer));
      return { said: said[is], about: is === 'not-found' ? undefined : ai };
    },
    () => '/can-bo',
  ),
  'GET /nhat-ky': reads(
    'read-audit',
    async (ports: Ports, { at, officer, query }) => {
      const given = (name: string): string | undefined => query[name]?.trim() || undefined;
      const search = { what: given('viec'), about: given('ve') };
      const found = await ports.searchAudit(officer.ward, { ...search, before: query['truoc'] });
      return pageAnswer(auditPage(at, found, search));
    },
    ({ query }) => query['ve']?.slice(0, 100),
  ),
};
