import {
  CallMade,
  type DeskList,
  type DeskPage,
  type NotificationActRequest,
} from '../../../../domain/notification/acts.ts';
import type { NotificationId } from '../../../../domain/values/ids.ts';
import type { Ward } from '../../../../domain/values/ward.ts';
import { pageAnswer } from '../frame/answers.ts';
import type { Route } from '../../http/http.ts';
import { acts, type DeskPorts, type DeskRequest, reads } from '../frame/desk-route.ts';
import type { Word } from '../frame/notices.ts';
import { callsPage } from '../views/calls-page.ts';

/** What a person does about one notification: what it came to, in a word. */
export type ActOnNotification = (
  ward: Ward,
  id: NotificationId,
  act: NotificationActRequest,
  by: string,
) => Promise<{ is: 'done' } | { is: Exclude<Word, 'done'> }>;

type Ports = DeskPorts & {
  look: (ward: Ward, list: DeskList, cursor: string | undefined) => Promise<DeskPage>;
  actOnNotification: ActOnNotification;
};

const showCalls = async (ports: Ports, asked: DeskRequest, error?: { first: string; words: string }) => {
  const { at, officer, query, notice } = asked;
  const list = await ports.look(officer.ward, 'call-list', query['tiep']);
  const first = error?.first ?? query['tin'];
  return callsPage(at, list, { first, form: ports.newId(), notice, error: error?.words });
};

/** Whom to ring, and what each call came to. */
export const callRoutes: Record<string, Route<Ports>> = {
  'GET /goi': reads(
    'read-calls',
    async (ports: Ports, asked) => pageAnswer(await showCalls(ports, asked)),
    () => 'call-list',
  ),
  'POST /goi': acts(
    'call',
    async (ports: Ports, asked, { tin = '', ket, ghi = '' }) => {
      const note = ghi.trim();
      const call = CallMade.safeParse({ outcome: ket, ...(note !== '' && { note }) });
      if (!call.success) {
        const words =
          note.length > 200 ? 'Ghi thêm dài quá 200 chữ. Viết gọn lại.' : 'Chọn một kết quả của cuộc gọi.';
        const page = await showCalls(ports, asked, { first: tin, words });
        return { said: 'not-done', again: pageAnswer(page, { status: 422 }) };
      }
      const { officer } = asked;
      const { is } = await ports.actOnNotification(
        officer.ward,
        tin as NotificationId,
        { what: 'call', ...call.data },
        officer.name,
      );
      const said = is === 'done' ? call.data.outcome : is === 'not-found' ? 'not-here' : is;
      return { said, about: is === 'not-found' ? undefined : tin, words: note };
    },
    () => '/goi',
  ),
};
