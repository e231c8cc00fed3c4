import { between, type Clock } from '../../domain/values/instant.ts';
import { documentKey, type Letter, type LetterDocument, pictureKey } from '../../domain/letter/letter.ts';
import type { LetterPress, PrintedLetter, Documents } from '../../domain/letter/press.ts';
import type { Sheet } from '../../domain/letter/sheet.ts';
import { unprintableAfter } from '../../domain/letter/sweep.ts';
import { whereWritten } from '../../domain/letter/wording/where-written.ts';
import { gapsOnSheet } from '../../domain/letter/wording/unfinished.ts';
import { wishOf } from '../../domain/letter/occasion/occasion.ts';
import { letterConsents } from './letter-consents.ts';
import type { LetterName, Letters } from '../../domain/letter/letters.ts';
import type { Consents } from '../../domain/office/consents.ts';
import type { Dossiers } from '../../domain/decision/dossiers.ts';

/** What became of one ring: `not-waiting` is a letter that needs nothing, whatever it was rung for. */
export type RenderOutcome = {
  is: 'rendered' | 'held' | 'released' | 'stopped' | 'withdrawn' | 'not-waiting';
  kind?: Letter['kind'];
};

export type RenderPorts = {
  letters: Letters;
  dossiers: Pick<Dossiers, 'find'>;
  consents: Pick<Consents, 'of'>;
  press: LetterPress;
  documents: Documents;
  sha256: (bytes: Uint8Array) => string;
  clock: Clock;
};

/**
 * Puts a drafted letter on paper and, where its ward lets that happen by rule, releases it. Each step is conditioned on
 * the one before, so a ring that comes twice, or a worker that died between the steps, does no harm. A family that
 * declined while its letter was being decided is found here, after both have been written.
 */
export const renderLetter =
  (ports: RenderPorts) =>
  async (name: LetterName): Promise<RenderOutcome> => {
    const [letter] = await ports.letters.find([name]);
    if (letter === undefined) return { is: 'not-waiting' };
    const { kind } = letter;
    if (letter.state === 'rendered') return { is: await releaseByRule(ports, letter), kind };
    const isHeld = letter.state === 'held' && letter.documents.length === 0;
    if (letter.state !== 'drafted' && !isHeld) return { is: 'not-waiting', kind };
    if (await isDeclined(ports, letter)) {
      const { version } = letter;
      const why = { at: ports.clock(), version, reason: 'declined' };
      const taken = await ports.letters.move(letter, 'withdrawn', why);
      return { is: taken.is === 'moved' ? 'withdrawn' : 'not-waiting', kind };
    }

    const printed = print(ports, letter);
    if (!printed.ok) return { is: await stop(ports, letter, printed), kind };

    const documents: LetterDocument[] = [];
    for (const [part, pdf] of printed.parts) {
      const key = documentKey(letter, part);
      await ports.documents.keep(key, pdf);
      documents.push({ key, bytes: pdf.length, sha256: ports.sha256(pdf) });
    }
    await ports.documents.keep(pictureKey(letter), ports.press.picture(letter.sheet));
    const byRule = letter.release === 'automatic' && !isHeld;
    const moved = await ports.letters.move(letter, isHeld ? 'shown' : 'rendered', {
      at: ports.clock(),
      version: letter.version,
      documents,
      ...(isHeld && letter.reason !== undefined && { reason: letter.reason }),
      ...(byRule && { waits: true as const }),
    });
    if (moved.is !== 'moved') return { is: 'not-waiting', kind };
    if (isHeld) return { is: 'held', kind };
    return { is: byRule ? await releaseByRule(ports, letter) : 'rendered', kind };
  };

/** An apology is part of the procedure, and nobody is asked whether they want it. */
const isDeclined = async (
  { dossiers, consents }: RenderPorts,
  { kind, ward, dossierCode, id }: Letter,
): Promise<boolean> => {
  if (kind === 'apology') return false;
  const [found] = await dossiers.find([{ ward, code: dossierCode }]);
  if (found === undefined) return false;
  const [said] = await letterConsents(consents, [{ dossier: found.dossier, letter: id }]);
  return wishOf(said!) === 'declined';
};

type Printed =
  | { ok: true; parts: ['letter' | 'leaflet', Uint8Array][] }
  | { ok: false; what: 'character-missing' | 'not-printable'; reason: string };

const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Both parts or none. A press that fails for a reason of its own is tried again, until a person had better look. */
const print = ({ press, clock }: RenderPorts, letter: Letter): Printed => {
  const sheets: ['letter' | 'leaflet', Sheet][] = [
    ['letter', letter.sheet],
    ...(letter.leaflet ? [['leaflet', letter.leaflet] as ['leaflet', Sheet]] : []),
  ];
  const parts: ['letter' | 'leaflet', Uint8Array][] = [];
  for (const [part, sheet] of sheets) {
    const gaps = gapsOnSheet(sheet);
    if (gaps.length > 0) {
      const where = gaps.map(({ pointer, message }) => `${pointer.slice(1)}: ${message}`).join('; ');
      return { ok: false, what: 'not-printable', reason: where };
    }
    let rendering: PrintedLetter;
    try {
      rendering = press.render(sheet);
    } catch (error) {
      if (between(letter.since, clock()) < unprintableAfter) throw error;
      return { ok: false, what: 'not-printable', reason: 'Máy in thư không in được thư này' };
    }
    if (!rendering.ok) {
      const missing = rendering.missing.map((character) => `${character} (${codePoint(character)})`);
      const where = whereWritten(letter.content, rendering.missing).join(', ');
      const reason = `Phông chữ không có ${missing.join(', ')}; xin sửa: ${where}`;
      return { ok: false, what: 'character-missing', reason };
    }
    parts.push([part, rendering.pdf]);
  }
  return { ok: true, parts };
};

const stop = async (
  { letters, clock }: RenderPorts,
  letter: Letter,
  { what, reason }: Extract<Printed, { ok: false }>,
): Promise<RenderOutcome['is']> => {
  const { state, version, reason: doubt } = letter;
  // A held letter stays held: whoever mends it must still see why.
  const why = state === 'held' && doubt !== undefined ? `${doubt}; ${reason}` : reason;
  const move = state === 'held' ? 'shown' : what;
  const moved = await letters.move(letter, move, { at: clock(), version, reason: why });
  return moved.is === 'moved' ? 'stopped' : 'not-waiting';
};

const releaseByRule = async (
  { letters, clock }: RenderPorts,
  { ward, id, version, release }: Letter,
): Promise<RenderOutcome['is']> => {
  if (release !== 'automatic') return 'not-waiting';
  const moved = await letters.move({ ward, id }, 'released', { at: clock(), version });
  return moved.is === 'moved' ? 'released' : 'not-waiting';
};
