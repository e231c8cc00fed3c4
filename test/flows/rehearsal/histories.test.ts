import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fateOf } from '../../../shared/domain/phone/test-numbers.ts';
import { e164, readLandline } from '../../../shared/domain/phone/read-phone.ts';
import { Rehearsal, type RehearsalAnswer } from '../../../shared/domain/rehearsal/rehearsal.ts';
import { rehearse } from '../../../shared/flows/rehearsal/rehearse.ts';
import { aStage } from '../../support/builders/a-rehearsal.ts';
import { toAscii } from '../../../shared/domain/text/ascii.ts';
import { aWardWithLetters } from '../../support/builders/family-day.ts';
import { aWardsPost } from '../../support/builders/post.ts';

/** One thing that has to be so at the end of a history; `to` and `dossier` narrow it. */
type Right = {
  check: 'messagesTo' | 'text' | 'letters' | 'jobs' | 'rejected' | 'worklist' | 'dossiers';
  phone?: string;
  dossier?: string;
  count?: number;
  min?: number;
  max?: number;
  matches?: string;
  none?: string;
  every?: string;
  like?: string;
  kind?: string;
  going?: number;
  is?: string[];
};
type History = { kind: string; history: string; row: Record<string, unknown>; right: Right[] };

const histories = readFileSync(new URL('histories/reported.ndjson', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as History);

const { ward: _lettersOf, ...letters } = aWardWithLetters();
const { ward: _postOf, ...post } = aWardsPost();
const given: Readonly<Record<string, unknown>> = {
  '@settings': { office: 'UBND P. Vung Tau', hotline: '0254 385 2999', returnPlace: 'Bo phan Mot cua' },
  '@letters': letters,
  '@post': post,
};

const play = rehearse(() => aStage((to) => fateOf(to) !== undefined));
const played = (row: History['row']): Promise<RehearsalAnswer> =>
  play(
    Rehearsal.parse(
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, given[String(value)] ?? value])),
    ),
  );

const over = ['cancelled', 'suppressed'];
const onTheWay = ['drafted', 'rendered', 'released', 'printed', 'handed-over', 'posted'];
const hits = (pattern: string, text: string): boolean =>
  [text, toAscii(text).text].some((one) => new RegExp(pattern, 'iu').test(one));
const reaches = (to: string, phone: string | undefined): boolean =>
  phone === undefined || phone === 'any' || to === (e164(phone) ?? readLandline(phone));

/** What of the answer a check counts, or which texts it reads. */
const counted = ({ check, phone, dossier, ...right }: Right, answer: RehearsalAnswer): number => {
  const isAbout = (code: string | undefined): boolean => dossier === undefined || code === dossier;
  switch (check) {
    case 'messagesTo':
      return answer.messages.filter(
        ({ to, channel, sentAt, purpose }) =>
          reaches(to, phone) && channel === 'sms' && sentAt !== null && !purpose.startsWith('answer'),
      ).length;
    case 'letters':
      return answer.letters.filter(
        ({ kind, dossierCode, state }) =>
          kind === right.kind && isAbout(dossierCode) && onTheWay.includes(state),
      ).length;
    case 'jobs':
      return answer.jobs.filter(
        ({ dossierCode, state }) => isAbout(dossierCode) && (right.is?.includes(state) ?? true),
      ).length;
    case 'rejected':
      return answer.rejected.length;
    case 'worklist':
      return answer.worklist.filter(
        ({ list, because, dossierCode }) =>
          isAbout(dossierCode) && hits(right.like ?? '', `${list} ${because}`),
      ).length;
    case 'dossiers':
      return answer.dossiers.filter(({ code }) => isAbout(code)).length;
    case 'text':
      return answer.messages.filter(
        ({ to, text, state, purpose }) =>
          reaches(to, phone) &&
          !over.includes(state) &&
          !purpose.startsWith('answer') &&
          (right.matches === undefined || hits(right.matches, text)) &&
          (right.every === undefined || hits(right.every, text)) &&
          !(right.none !== undefined && hits(right.none, text)),
      ).length;
  }
};

const isRight = (right: Right, answer: RehearsalAnswer): boolean => {
  const number = counted(right, answer);
  if (right.check !== 'text') {
    const exactly = right.going ?? right.count;
    return exactly === undefined
      ? number >= (right.min ?? 0) && number <= (right.max ?? 999)
      : number === exactly;
  }
  if (right.matches !== undefined && number === 0) return false;
  const { matches: _one, ...ofAll } = right;
  const all = counted({ check: 'text', ...(right.phone && { phone: right.phone }) }, answer);
  return counted(ofAll, answer) === all;
};

it.each(histories)('$kind: $history', async ({ row, right }) => {
  const answer = await played(row);
  expect(
    right.filter((one) => !isRight(one, answer)),
    JSON.stringify(answer, null, 1),
  ).toEqual([]);
});
