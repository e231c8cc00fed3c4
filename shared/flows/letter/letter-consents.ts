import type { Consent } from '../../domain/office/consent.ts';
import type { Dossier } from '../../domain/dossier/dossier.ts';
import { wishOf } from '../../domain/letter/occasion/occasion.ts';
import { notifiedPhone } from '../../domain/office/contact-channel.ts';
import type { LetterId } from '../../domain/values/ids.ts';
import type { Chooser, Consents } from '../../domain/office/consents.ts';

/** A dossier, and the letter that its birth, wedding or death deserves. */
export type FamilyAct = { dossier: Dossier; letter?: LetterId | undefined };

const choosersOf = ({ dossier, letter }: FamilyAct): Chooser[] => {
  const { ward, code } = dossier;
  const phone = notifiedPhone(dossier);
  return [
    ...(phone === undefined ? [] : [{ ward, phone }]),
    { ward, dossier: code },
    ...(letter === undefined ? [] : [{ ward, letter }]),
  ];
};

/**
 * What the families of these acts said, in the order given: by the phone that is told of the dossier, for the dossier,
 * and for the act, whichever dossier brought it. One batch of reads.
 */
export const letterConsents = async (
  consents: Pick<Consents, 'of'>,
  acts: readonly FamilyAct[],
): Promise<Consent[][]> => {
  const choosers = acts.map(choosersOf);
  const said = choosers.length === 0 ? [] : await consents.of(choosers.flat());
  let next = 0;
  return choosers.map((own) => said.slice(next, (next += own.length)).flat());
};

/**
 * Notes a refusal of letters under the acts themselves, so that a linked dossier with another phone finds it too. The
 * choice and its evidence stay what they were; the same note again changes nothing.
 */
export const noteRefusals = async (
  consents: Pick<Consents, 'record'>,
  acts: readonly (FamilyAct & { said: readonly Consent[] })[],
): Promise<void> => {
  const notes = acts.flatMap(({ dossier: { ward }, letter, said }) =>
    letter === undefined || wishOf(said) !== 'declined'
      ? []
      : said
          .filter(({ purpose, choice }) => purpose === 'letters' && choice === 'out')
          .map((refusal) => ({ whose: { ward, letter }, refusal })),
  );
  await Promise.all(notes.map(({ whose, refusal }) => consents.record(whose, refusal)));
};
