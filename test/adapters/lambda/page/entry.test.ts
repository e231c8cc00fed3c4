import { describe, expect, it } from 'vitest';
import { entryRoutes } from '../../../../shared/adapters/lambda/page/entry/entry-routes.ts';
import { procedureTyped } from '../../../../shared/adapters/lambda/page/entry/procedure-typed.ts';
import { dossierRoutes } from '../../../../shared/adapters/lambda/page/routes/dossiers.ts';
import { signInRoutes } from '../../../../shared/adapters/lambda/page/routes/sign-in.ts';
import { stepAsks, stepsAfter } from '../../../../shared/domain/dossier/by-hand/next-status.ts';
import { Status } from '../../../../shared/domain/dossier/statuses.ts';
import { placesSample } from '../../../../shared/domain/values/places/places-sample.ts';
import { procedures2026 } from '../../../../shared/domain/values/procedures-2026.ts';
import { acceptStatus } from '../../../../shared/flows/dossier/accept-status.ts';
import { enterByHand } from '../../../../shared/flows/dossier/enter-by-hand.ts';
import { traceDossier } from '../../../../shared/flows/dossier/trace-dossier.ts';
import { decideNotifications } from '../../../../shared/flows/decision/decide-notifications.ts';
import { nineOClock } from '../../../contracts/cost/ward-day.ts';
import { aDesk, proofIn } from './a-desk.ts';

const code = 'H29.26-261201-9007';
const clock = () => nineOClock;

const atTheDesk = async (roles: ('clerk' | 'leader' | 'operator')[] = ['clerk']) => {
  const desk = aDesk({ ...signInRoutes, ...entryRoutes, ...dossierRoutes }, (store) => ({
    trace: traceDossier(store),
    places: async () => placesSample,
    enter: enterByHand({
      ...store,
      accept: acceptStatus({ events: store.events, clock }),
      decide: decideNotifications({
        ...store,
        doorbell: { ring: async () => {}, waiting: async () => 0 },
        clock,
      }),
      clock,
    }),
  }));
  await desk.seat('hoa@phuong.example.vn', 'Trần Thị Hoa', roles);
  const browser = desk.browser();
  await browser.signIn('hoa@phuong.example.vn');
  const fill = async (path: string, typed: Record<string, string>) => {
    const action = path.split('?')[0]!;
    const proof = proofIn((await browser.get(path)).body, action);
    return { sent: { ...proof, ...typed }, action };
  };
  const write = async (path: string, typed: Record<string, string>) => {
    const { sent, action } = await fill(path, typed);
    return browser.post(action, sent);
  };
  const status = async () => (await traceDossier(desk.store)('26506' as never, code as never))?.status;
  return { ...desk, browser, stranger: desk.browser, fill, write, status };
};

const handedIn = {
  'ma-ho-so': ' h29.26–261201–9007 ',
  'thu-tuc': 'giấy xác nhận tình trạng hôn nhân',
  'ho-ten': 'Quách Thị Nhài',
  'dien-thoai': '0912 345 678',
  'cach-nop': 'counter',
  'cach-tra': 'counter',
  hen: '17:00 04/12/2026',
};

/** What each field of a step may be filled with. */
const filled = { 'ly-do': 'thiếu tờ khai', 'hen-moi': '17:00 10/12/2026', 'so-tien': '8.000' };

describe('a dossier written down at the desk', () => {
  it('is there afterwards, once, under its code as it is written everywhere, with what was typed', async () => {
    const { browser, fill, store } = await atTheDesk();
    const { sent, action } = await fill('/ho-so/moi', handedIn);
    expect((await browser.post(action, sent)).location).toBe(`/ho-so/${code}?da=entered`);
    expect((await browser.post(action, sent)).location).toBe('/ho-so/moi?da=sent-before');
    expect(store.kept().events).toMatchObject([
      {
        dossierCode: code,
        procedureCode: '1.004873',
        applicant: { name: 'Quách Thị Nhài', phone: '0912 345 678' },
        filingChannel: 'counter',
        returnMethod: 'counter',
        dueAt: '2026-12-04T10:00:00.000Z',
      },
    ]);
    expect((await browser.get(`/ho-so/${code}?da=entered`)).body).toContain('Ghi bước tiếp theo');
  });

  it.each([
    ['ma-ho-so', ''],
    ['ma-ho-so', 'http://x.vn'],
    ['thu-tuc', 'khai sinh'],
    ['thu-tuc', 'bắn pháo hoa'],
    ['dien-thoai', '12'],
    ['hen', '31/11/2026'],
    ['hen', '01/01/2020'],
    ['hen', '01/01/2049'],
    ['luc', '09:00 05/12/2026'],
    ['luc', 'hôm qua'],
    ['ho-ten', 'NguyÔn V¨n §øc'],
    ['ho-ten', 'x'.repeat(201)],
  ])(
    'says beside %s what is wrong with “%s”, keeps what was typed, and writes nothing',
    async (name, value) => {
      const { write, store } = await atTheDesk();
      const { status, body } = await write('/ho-so/moi', { ...handedIn, [name]: value });
      expect(status).toBe(422);
      expect(body).toContain(`id="${name}-loi"`);
      expect(body).toContain(name === 'dien-thoai' ? 'value="Quách Thị Nhài"' : 'value="0912 345 678"');
      expect(store.kept().events).toEqual([]);
    },
  );

  it('needs a place to bring the result to where somebody brings it, by the names of today', async () => {
    const { write, store } = await atTheDesk();
    const home = { ...handedIn, 'cach-tra': 'home' };
    expect((await write('/ho-so/moi', home)).body).toContain('id="dong-loi"');
    const nowhere = { ...home, dong: '21 ngõ Sen Hồng', xa: 'Thắng Tam', tinh: '79' };
    expect((await write('/ho-so/moi', nowhere)).body).toContain('id="xa-loi"');
    await write('/ho-so/moi', { ...nowhere, xa: 'Vũng Tàu' });
    expect(store.kept().events[0]?.deliveryAddress).toEqual({
      street: '21 ngõ Sen Hồng',
      commune: '26506',
      province: '79',
    });
  });

  it('shows hostile names as text', async () => {
    const { write } = await atTheDesk();
    const { body } = await write('/ho-so/moi', {
      ...handedIn,
      'ho-ten': '<img src=x onerror=alert(1)>"',
      'dien-thoai': 'x',
    });
    expect(body).not.toContain('<img');
  });

  it('is nobody’s to write who only runs the system', async () => {
    const { browser } = await atTheDesk(['operator']);
    expect((await browser.get('/ho-so/moi')).status).toBe(403);
  });

  it('is not begun again under a code that the office has', async () => {
    const { write } = await atTheDesk();
    await write('/ho-so/moi', handedIn);
    const { status, body } = await write('/ho-so/moi', handedIn);
    expect([status, body.includes('đã có hồ sơ mang mã này')]).toEqual([422, true]);
  });
});

describe('a citizen’s card that is scanned at the desk', () => {
  const card = '001099012345|012345678|Nguyễn Thị Hằng|02031990|Nữ|12 Lê Lợi|01012021';
  const everything = ({ store }: Awaited<ReturnType<typeof atTheDesk>>) => JSON.stringify(store.kept());

  it('fills in the name, and its numbers are on no page and in no store', async () => {
    const desk = await atTheDesk();
    const answer = await desk.browser.post('/ho-so/moi/the', { the: card, buoc: 'received' });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('value="Nguyễn Thị Hằng"');
    expect(answer.body).toContain('value="12 Lê Lợi"');
    for (const number of ['001099012345', '012345678', '02031990'])
      expect(answer.body + everything(desk)).not.toContain(number);
  });

  it.each(['https://vneid.gov.vn/x', card.slice(2), 'Nguyễn Thị Hằng', '"><script>alert(1)</script>'])(
    'that is none is said in one sentence, and nothing of it comes back: %s',
    async (scanned) => {
      const desk = await atTheDesk();
      const answer = await desk.browser.post('/ho-so/moi/the', { the: scanned, buoc: 'received' });
      expect(answer.status).toBe(422);
      expect(answer.body.match(/không có gì của nó được giữ lại/g)).toHaveLength(1);
      expect(answer.body + everything(desk)).not.toContain(scanned);
    },
  );

  it('is read for nobody whose session is over, and no draft keeps it', async () => {
    const desk = await atTheDesk();
    const stranger = desk.stranger();
    const answer = await stranger.post('/ho-so/moi/the', { the: card, buoc: 'received' });
    expect(answer.location).toMatch(/^\/dang-nhap/);
    expect(answer.location).not.toContain('0010990');
  });
});

describe('a step written down at the desk', () => {
  it.each(stepsAfter('received'))('of received papers may be %s, once it is filled in', async (next) => {
    const { write, status } = await atTheDesk();
    await write('/ho-so/moi', handedIn);
    const path = `/ho-so/${code}/buoc?buoc=${next}`;
    const bare = (await write(path, { luc: 'x' })).status;
    expect([bare, await status()]).toEqual([422, 'received']);
    expect((await write(path, filled)).location).toBe(`/ho-so/${code}?da=entered`);
    expect(await status()).toBe(next);
  });

  it.each(stepsAfter('received').filter((next) => stepAsks(next).needs.length > 0))(
    'is not %s without what that needs, each said beside its field',
    async (next) => {
      const { write, status } = await atTheDesk();
      await write('/ho-so/moi', handedIn);
      const answer = await write(`/ho-so/${code}/buoc?buoc=${next}`, {});
      expect(answer.body.match(/class="no" id="/g)).toHaveLength(stepAsks(next).needs.length);
      expect([answer.status, await status()]).toEqual([422, 'received']);
    },
  );

  it('is offered only where it may follow', async () => {
    const { browser, write } = await atTheDesk();
    await write('/ho-so/moi', handedIn);
    const { body } = await browser.get(`/ho-so/${code}/buoc`);
    const offered = Status.options.filter((status) => body.includes(`buoc=${status}"`));
    expect(offered.toSorted()).toEqual(stepsAfter('received').toSorted());
    const { body: back } = await browser.get(`/ho-so/${code}/buoc?buoc=registered`);
    expect(back).not.toContain('name="sau"');
  });

  it('is not taken from whoever saw an older standing: they see the new one, and what they typed', async () => {
    const { browser, fill, write, status } = await atTheDesk();
    await write('/ho-so/moi', handedIn);
    const { sent, action } = await fill(`/ho-so/${code}/buoc?buoc=stopped`, { 'ly-do': 'hết căn cứ' });
    await write(`/ho-so/${code}/buoc?buoc=in-progress`, {});
    const { status: answered, body } = await browser.post(action, sent);
    expect(answered).toBe(422);
    expect(body).toContain('Có người vừa sửa trước');
    expect(body).toContain('hết căn cứ');
    expect(await status()).toBe('in-progress');
  });

  it('of another office’s dossier, or of none, is no page', async () => {
    const { browser } = await atTheDesk();
    expect((await browser.get('/ho-so/H29.26-261201-0001/buoc')).status).toBe(404);
  });
});

describe('a procedure as somebody types it', () => {
  it.each(procedures2026.procedures.map(({ code: of, name }) => [of, name] as const))(
    '%s %s is found by its code, and by the line that is offered',
    (of, name) => {
      expect(procedureTyped(of)).toEqual({ is: 'one', procedureCode: of });
      expect(procedureTyped(`${of} ${name}`)).toEqual({ is: 'one', procedureCode: of });
    },
  );

  it('is found by its name without accents, and by words that only it has', () => {
    expect(procedureTyped('dang ky khai sinh')).toEqual({ is: 'one', procedureCode: '1.001193' });
    expect(procedureTyped('di chúc')).toEqual({ is: 'one', procedureCode: '2.001019' });
  });

  it('that our table does not know keeps the name it was given', () => {
    expect(procedureTyped('1.009999 Cấp phép karaoke')).toEqual({
      is: 'one',
      procedureCode: '1.009999',
      procedureName: 'Cấp phép karaoke',
    });
  });
});
