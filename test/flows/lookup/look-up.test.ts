import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hours, minutes, seconds } from '../../../shared/domain/values/instant.ts';
import { code } from '../../support/builders/dossiers.ts';
import { aCitizensDay } from '../../support/builders/citizens.ts';

const address = '203.0.113.7';

describe('a citizen looks a dossier up', () => {
  it('finds it with both codes, however they are typed, and how it stands', async () => {
    const { pages, receipt } = await aCitizensDay();
    const typed = {
      code: ` ${code.toLowerCase()} `,
      receipt: `${receipt.slice(0, 4)} ${receipt.slice(4)}`,
      address,
    };
    const found = await pages.lookUp(typed);
    expect(found.is).toBe('found');
    const opened = await pages.open(found.is === 'found' ? found.word : '');
    expect(opened!.standing).toMatchObject({ code, phone: { told: true, mobile: true } });
  });

  it('finds nothing with one code alone, and is told the same whichever was wrong', async () => {
    const { pages, receipt } = await aCitizensDay();
    const tries = [
      { code, receipt: 'AAAA2222' },
      { code: 'H29.26-260302-9999', receipt },
      { code: '', receipt },
      { code, receipt: '' },
      { code: '<b>', receipt: '\u0000' },
    ];
    for (const typed of tries) expect(await pages.lookUp({ ...typed, address })).toEqual({ is: 'miss' });
  });

  it('shows no name of anybody, no whole phone, no address and no procedure', async () => {
    const { pages, receipt } = await aCitizensDay({
      applicant: { name: 'Nguyễn Thị Hằng', phone: '0912 345 678' },
      deliveryAddress: { street: '12 Trần Hưng Đạo' },
      reason: 'thiếu giấy của bà Hằng',
    });
    const found = await pages.lookUp({ code, receipt, address });
    const { standing } = (await pages.open(found.is === 'found' ? found.word : ''))!;
    const said = JSON.stringify(standing);
    for (const hidden of ['Hằng', '912345678', '0912', 'Trần Hưng Đạo', 'thiếu giấy'])
      expect(said).not.toContain(hidden);
  });

  it('opens nothing with a word that was changed, made up, or kept longer than two hours', async () => {
    const { pages, receipt, turn } = await aCitizensDay();
    const found = await pages.lookUp({ code, receipt, address });
    const word = found.is === 'found' ? found.word : '';
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60 }), async (other) => {
        expect(await pages.open(other)).toBeUndefined();
        expect(await pages.open(word + other)).toEqual(other === '' ? await pages.open(word) : undefined);
      }),
      { numRuns: 30 },
    );
    turn(hours(2));
    expect(await pages.open(word)).toBeUndefined();
  });
});

describe('a machine that guesses', () => {
  it('finds nothing in 100,000 tries, and is looked at a few hundred times', async () => {
    const { pages, turn } = await aCitizensDay();
    const came = { found: 0, miss: 0, wait: 0 };
    for (let index = 0; index < 100_000; index += 1) {
      const receipt = index.toString(36).toUpperCase().padStart(8, 'A');
      came[
        (await pages.lookUp({ code: index % 2 ? code : `H29.26-260302-${index}`, receipt, address })).is
      ] += 1;
      turn(100);
    }
    expect(came.found).toBe(0);
    // Two hours and three quarters, of which each wait is two minutes at the end.
    expect(came.miss).toBeLessThan(200);
  }, 60_000);

  it('waits longer each time, and is told so before anything is looked at, be the code right', async () => {
    const { pages, receipt, turn } = await aCitizensDay();
    const waits: number[] = [];
    for (let index = 0; index < 400 && waits.length < 4; index += 1) {
      const came = await pages.lookUp({ code, receipt: 'AAAA2222', address });
      if (came.is !== 'wait') continue;
      expect((await pages.lookUp({ code, receipt, address })).is).toBe('wait');
      waits.push(came.milliseconds);
      turn(came.milliseconds);
    }
    expect(waits).toEqual([10, 20, 40, 80].map(seconds));
    expect((await pages.lookUp({ code, receipt, address })).is).toBe('found');
  });

  it('gains nothing by a thousand tries at once', async () => {
    const { pages } = await aCitizensDay();
    const came = await Promise.all(
      Array.from({ length: 1000 }, async (_, index) =>
        pages.lookUp({ code: `H29.26-260302-${index}`, receipt: 'AAAA2222', address }),
      ),
    );
    expect(came.filter(({ is }) => is === 'miss').length).toBeLessThanOrEqual(30);
    expect(came.filter(({ is }) => is === 'found')).toEqual([]);
  });

  it('holds up nobody who looks up another dossier from another address, and is forgotten after a quiet day', async () => {
    const { pages, receipt, turn } = await aCitizensDay();
    for (let index = 0; index < 60; index += 1)
      await pages.lookUp({ code: `H29.26-260302-${index}`, receipt: 'AAAA2222', address });
    expect((await pages.lookUp({ code, receipt, address: '198.51.100.9' })).is).toBe('found');
    expect((await pages.lookUp({ code, receipt, address })).is).toBe('wait');
    turn(hours(25));
    for (let index = 0; index < 4; index += 1)
      expect((await pages.lookUp({ code, receipt: 'AAAA2222', address })).is).toBe('miss');
    turn(minutes(1));
    expect((await pages.lookUp({ code, receipt, address })).is).toBe('found');
  });

  it('who types rightly as often as they like never waits', async () => {
    const { pages, receipt } = await aCitizensDay();
    for (let index = 0; index < 100; index += 1)
      expect((await pages.lookUp({ code, receipt, address })).is).toBe('found');
  });
});
