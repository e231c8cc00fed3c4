import { describe, expect, it } from 'vitest';
import { workOf } from '../../../shared/domain/api/worklist.ts';
import { vungTau, anEventBody } from '../../support/builders/dossiers.ts';
import { aBirthEvent } from '../../support/builders/family-day.ts';
import { aWholeOffice, type WholeOffice } from '../../support/builders/whole-office.ts';

const another = (phone: string) => ({
  what: 'correct' as const,
  reason: 'gõ nhầm số',
  facts: { applicant: { phone } },
});
const settled = { what: 'settle', reason: 'đã gọi xin lỗi' } as const;

const wrong = ({ store }: WholeOffice) => workOf(store.kept()).filter(({ list }) => list === 'told-wrongly');

/** A birth letter that the family has in hand when it turns out that the status never was. */
const aLetterInHand = async () => {
  const office = await aWholeOffice();
  const eventId = await office.report(aBirthEvent());
  const [letter] = office.store.kept().letters;
  await office.actOnLetter(letter!, 'released', {}, 'clerk');
  await office.print(vungTau, [letter!.id], 'clerk');
  await office.actOnLetter(letter!, 'handed-over', {}, 'clerk');
  await office.does({ what: 'void', reason: 'nhầm hồ sơ', eventId, silently: true });
  return office;
};

describe('what was told wrongly', () => {
  it('leaves the list when somebody says that it is settled, and nobody is told anything by that', async () => {
    const office = await aWholeOffice();
    await office.report(anEventBody());
    await office.does(another('0987 654 321'));
    expect(wrong(office)).toHaveLength(1);
    expect((await office.trace()).toldWrongly).toHaveLength(1);
    const said = office.taken.length;
    expect(await office.does(settled)).toMatchObject({ outcome: 'accepted' });
    expect(wrong(office)).toEqual([]);
    expect(await office.trace()).not.toHaveProperty('toldWrongly');
    expect(office.taken).toHaveLength(said);
    expect((await office.trace()).acts.at(-1)).toMatchObject({
      what: 'settle',
      by: 'one-stop',
      reason: 'đã gọi xin lỗi',
    });
  });

  it('leaves it with the letter that the family has in hand', async () => {
    const office = await aLetterInHand();
    expect(wrong(office).map(({ because }) => because)).toContain(
      'birth handed-over: taken-back; speak to the family',
    );
    await office.does(settled);
    expect(wrong(office)).toEqual([]);
    expect(office.store.kept().letters).toMatchObject([{ state: 'handed-over' }]);
  });

  it('is on the list again when something else turns out to be wrong', async () => {
    const office = await aWholeOffice();
    await office.report(anEventBody());
    await office.does(another('0987 654 321'));
    await office.does(settled);
    await office.does(another('0903 111 222'));
    expect(wrong(office)).toHaveLength(1);
    await office.does(settled);
    expect(wrong(office)).toEqual([]);
  });

  it('is settled once: whoever says it again, or where nothing is open, changes nothing', async () => {
    const office = await aWholeOffice();
    await office.report(anEventBody());
    expect(await office.does(settled)).toEqual({ is: 'done', outcome: 'unchanged' });
    await office.does(another('0987 654 321'));
    await office.does(settled);
    expect(await office.does(settled)).toEqual({ is: 'done', outcome: 'unchanged' });
    expect(await office.does(settled, { key: 'k' })).toEqual({ is: 'done', outcome: 'unchanged' });
  });

  it('tells each right word once, however often it is settled', async () => {
    const office = await aWholeOffice();
    await office.report(anEventBody());
    await office.does(another('0987 654 321'));
    await office.does(settled);
    await office.report(anEventBody({ applicant: { phone: '0987 654 321' } }));
    expect(office.taken.map(({ to }) => to)).toEqual(['+84912345678', '+84987654321']);
  });
});
