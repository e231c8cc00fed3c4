import { expect, it } from 'vitest';
import { compose } from '../../../../shared/domain/letter/compose.ts';
import {
  aBirthEvent,
  aDeathEvent,
  aFamilyDay,
  aMarriageEvent,
} from '../../../support/builders/family-day.ts';
import { aBirthLetter, aCondolence } from '../../../support/builders/letters.ts';
import { callScriptFor } from '../../../../shared/domain/text/texts/call-scripts.ts';
import { render } from '../../../../shared/domain/text/render.ts';
import { garbledName } from '../../../../shared/domain/dossier/event/garbled-name.ts';

const names = [
  "H'Hen Niê",
  'H’Hen Niê Kdăm',
  "Đinh K'Rể",
  'Y Blơ̆ Êban',
  "H'Ƀê Mlô",
  'Rơ Châm Č̆ư',
  'Ksor H’Ñhô',
  'Thạch Sa Rươne',
  'Giàng A Pháo',
  'Lò Thị Ón',
  'Chamaléa Thị Thủy',
  'Pơloong Ŏnh',
].map((name) => name.normalize());

it.each(names)('%s stands in a letter as it was written, apostrophe and marks included', (name) => {
  const born = compose(
    aBirthLetter({ child: { name, bornOn: '2026-02-20' }, recipient: `Gia đình bé ${name}` }),
  );
  for (const text of [born.subheading, born.addressee, born.paragraphs[0], born.firstYear!.who])
    expect(text).toContain(name);
  expect(compose(aCondolence({ deceased: `cụ bà ${name}` })).paragraphs[0]).toContain(
    `cụ bà ${name} từ trần`,
  );
});

it.each(names)('%s is no broken name: its letter goes on', async (name) => {
  expect(garbledName(name)).toBe(false);
  const day = await aFamilyDay();
  const eventsOf = (code: string) => ({ dossierCode: `H29.26-260302-000${code}` });
  await day.report(
    aBirthEvent({ ...eventsOf('3'), personEvent: { kind: 'birth', childName: name, bornOn: '2026-02-20' } }),
    aMarriageEvent({
      ...eventsOf('4'),
      personEvent: { kind: 'marriage', spouses: [name, 'Lê Hoàng Ân'], marriedOn: '2026-03-01' },
    }),
    aDeathEvent(`${name} Anh`, eventsOf('5')),
  );
  const letters = await day.letters();
  expect(letters.map(({ state }) => state)).toEqual(['drafted', 'drafted', 'drafted']);
  for (const { content } of letters) expect(content.recipient).toContain(name);
});

it.each(['UBND xã Ea H’Leo', "UBND xã Đắk R'Lấp", 'UBND xã Ea Blơ̆'])(
  'what is read out on the telephone says %s as it is written',
  (office) => {
    const script = render(callScriptFor('withdrawn')!, 'vi', {
      office,
      code: 'H29.26-260302-0001',
      hotline: '02543852101',
    });
    expect(script).toMatchObject({ ok: true, text: expect.stringContaining(`từ ${office}.`) });
  },
);
