import { describe, expect, it } from 'vitest';
import { sentenceOfFile } from '../../../shared/domain/sheet/file-problem.ts';
import { problemOf } from '../../../shared/domain/sheet/imports/sheet-import.ts';
import { anImportOffice, ward } from '../../support/sheets/import-office.ts';
import { csv, hangBut, headings } from '../../support/sheets/lists.ts';

const codeOf = (day: number, at: number) =>
  `H29.26-2611${String(day).padStart(2, '0')}-${String(at).padStart(4, '0')}`;

const aList = (rows: number, day = 10): string =>
  csv([
    headings,
    ...Array.from({ length: rows }, (_, at) =>
      hangBut({ 'Mã hồ sơ': codeOf(day, at), 'Số điện thoại': `09${12_000_000 + day * 10_000 + at}` }),
    ),
  ]);

describe('a file of an office', () => {
  it('says before it is started whom it would text, and texts nobody until then', async () => {
    const office = anImportOffice();
    const { id } = await office.take(
      `${aList(3)}\r\n4,,Không mã,0912000000,01/12/2026,03/12/2026,Được tiếp nhận`,
    );
    await office.work();
    const { import: seen, rows } = (await office.show(id))!;
    expect(seen).toMatchObject({
      state: 'checked',
      counts: { ready: 3, rejected: 1, duplicate: 0 },
      foreseen: { citizens: 3, texts: 3, letters: 0 },
    });
    expect(rows).toMatchObject([{ row: 5, outcome: 'rejected', troubles: [{ column: 'Mã hồ sơ' }] }]);
    expect(office.taken()).toBe(0);
    await office.start(id);
    await office.work();
    expect((await office.show(id))!.import).toMatchObject({
      state: 'done',
      counts: { accepted: 3, rejected: 1, ready: 0 },
      answered: 4,
    });
    expect(office.taken()).toBe(3);
  });

  it('shows its columns with what stands in them', async () => {
    const office = anImportOffice();
    const { id } = await office.take(aList(3));
    await office.work();
    const { columns } = (await office.show(id))!.import;
    expect(columns).toContainEqual({
      heading: 'Mã hồ sơ',
      field: 'dossierCode',
      samples: [codeOf(10, 0), codeOf(10, 1), codeOf(10, 2)],
    });
    expect(columns).toContainEqual({ heading: 'STT', samples: [] });
  });

  it('is asked once which column is what, and the office remembers', async () => {
    const office = anImportOffice();
    const strange = aList(2).replace('Số điện thoại', 'Máy cầm tay riêng');
    const { id } = await office.take(strange);
    await office.work();
    await office.readAgain(ward, id, {
      columns: { 'may cam tay rieng': 'phone' },
      statuses: {},
      remember: true,
    });
    await office.work();
    expect((await office.show(id))!.import.foreseen).toMatchObject({ texts: 2 });
    const next = await office.take(strange);
    await office.work();
    expect((await office.show(next.id))!.import.foreseen).toMatchObject({ texts: 2 });
  });

  it('tells nobody twice when the same file comes again', async () => {
    const office = anImportOffice();
    for (const counts of [{ accepted: 700 }, { accepted: 0, duplicate: 700 }]) {
      const { id } = await office.take(aList(700));
      await office.work();
      await office.start(id);
      await office.work();
      expect((await office.show(id))!.import).toMatchObject({ state: 'done', counts });
    }
    expect(office.taken()).toBe(700);
  });

  it('says of a file that is known already that it would text nobody', async () => {
    const office = anImportOffice();
    const first = await office.take(aList(3));
    await office.work();
    await office.start(first.id);
    await office.work();
    const second = await office.take(aList(3));
    await office.work();
    expect((await office.show(second.id))!.import).toMatchObject({
      counts: { duplicate: 3, ready: 0 },
      foreseen: { citizens: 0, texts: 0 },
    });
  });

  it('never mixes with another that is worked on in the same moment', async () => {
    const office = anImportOffice();
    const [one, other] = [await office.take(aList(1200, 10)), await office.take(aList(900, 11))];
    const together = async () => {
      await Promise.all(office.rings.splice(0).map((ring) => office.run(ring, () => false)));
    };
    await together();
    await Promise.all([office.start(one.id), office.start(other.id)]);
    await together();
    const seen = await Promise.all([office.show(one.id), office.show(other.id)]);
    expect(seen.map((shown) => shown!.import.counts!.accepted)).toEqual([1200, 900]);
    expect(office.taken()).toBe(2100);
  });

  it('is worked on by one of two that answer the same ring, and told once', async () => {
    const office = anImportOffice();
    const { id } = await office.take(aList(1200));
    await office.work();
    await office.start(id);
    const [ring] = office.rings.splice(0);
    const came = await Promise.all([office.run(ring!, () => false), office.run(ring!, () => false)]);
    expect(came.map(({ is }) => is).toSorted()).toEqual(['done', 'overtaken']);
    expect(office.taken()).toBe(1200);
  });

  it('goes on with another ring when the time of one is over', async () => {
    const office = anImportOffice();
    const { id } = await office.take(aList(1200));
    await office.work();
    await office.start(id);
    let asked = 0;
    await office.work(() => (asked += 1) % 3 === 0);
    expect((await office.show(id))!.import).toMatchObject({ state: 'done', answered: 1200 });
    expect(asked).toBeGreaterThan(4);
  });
});

describe('a worker that is killed', () => {
  const killed = new Error('killed');

  const light = { rehearsed: false, chunk: 15 };

  /** Every call that a worker makes, from the upload to the end. */
  const callsMade = async (): Promise<string[]> => {
    const calls: string[] = [];
    const office = anImportOffice((call) => void calls.push(call), light);
    const { id } = await office.take(aList(40));
    await office.work();
    await office.start(id);
    await office.work();
    return calls;
  };

  it('at any step whatever is followed by one that goes on, and every row is told once', async () => {
    const calls = await callsMade();
    // Rows are alike: of their calls one of ten is tried, and of all others every one.
    const tried = calls.flatMap((call, at) => (!call.includes('events.') || at % 10 === 0 ? [at] : []));
    expect(tried.length).toBeGreaterThan(40);
    for (const at of tried) {
      let made = 0;
      const office = anImportOffice(() => {
        made += 1;
        if (made - 1 === at) throw killed;
      }, light);
      const { id } = await office.take(aList(40));
      const survive = async () => {
        for (let rung = 0; office.rings.length > 0 && rung < 5; rung += 1)
          await office
            .run(office.rings[0]!, () => false)
            .then(
              () => void office.rings.shift(),
              () => undefined,
            );
      };
      await survive();
      await office.start(id);
      await survive();
      const { import: seen } = (await office.show(id))!;
      expect(seen, `killed ${calls[at]}`).toMatchObject({ state: 'done', answered: 40 });
      expect(seen.counts!.accepted + seen.counts!.duplicate, `killed ${calls[at]}`).toBe(40);
      expect(office.taken(), `killed ${calls[at]}`).toBe(40);
    }
  }, 60_000);

  it('by the file itself, again and again, leaves the file alone and says so in one sentence', async () => {
    const office = anImportOffice((call) => {
      if (call === 'after files.read') throw killed;
    });
    const { id } = await office.take(aList(3));
    for (let ring = 0; ring < 4; ring += 1)
      await office.run({ ward, id }, () => false).catch(() => undefined);
    const { import: seen } = (await office.show(id))!;
    expect(seen.state).toBe('refused');
    expect(sentenceOfFile(problemOf(seen)!)).toContain('đã đọc tệp này ba lần');
  });
});

describe('a file that is none', () => {
  it.each([
    ['nothing at all', Buffer.from(''), 'empty'],
    ['a program', Buffer.from('MZ\0\0\0\0\0\0'), 'no-table'],
    ['a zip that is broken', Buffer.from('PK\u0003\u0004 and then nothing'), 'zip-broken'],
    ['a list without codes', Buffer.from('a,b\n1,2\n3,4'), 'no-headings'],
  ])('%s ends in one sentence, and cannot be started', async (_what, bytes, code) => {
    const office = anImportOffice();
    const { id } = await office.take(bytes);
    await office.work();
    const { import: seen } = (await office.show(id))!;
    expect(seen).toMatchObject({ state: 'refused', problem: { code } });
    expect(await office.start(id)).toEqual({ is: 'wrong-state' });
  });

  it('is not started before it is rehearsed, and not read again once it is started', async () => {
    const office = anImportOffice();
    const { id } = await office.take(aList(1));
    expect(await office.start(id)).toEqual({ is: 'wrong-state' });
    await office.work();
    await office.start(id);
    expect(await office.readAgain(ward, id, { columns: {}, statuses: {}, remember: false })).toEqual({
      is: 'wrong-state',
    });
  });
});
