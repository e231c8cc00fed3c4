import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openPersonPress } from '../../../shared/adapters/pdf/person-press.ts';
import { personPaper } from '../../../shared/domain/rights/person-paper.ts';
import { typstPostPress } from '../../../shared/adapters/pdf/post-press.ts';
import { typstPress } from '../../../shared/adapters/pdf/press.ts';
import { dayOf } from '../../../shared/domain/values/day.ts';
import { compose } from '../../../shared/domain/letter/compose.ts';
import type { LetterContent } from '../../../shared/domain/letter/content.ts';
import type { PrintedLetter } from '../../../shared/domain/letter/press.ts';
import { handoverListOf } from '../../../shared/domain/post/paper/handover-list.ts';
import { labelOf } from '../../../shared/domain/post/paper/label.ts';
import type { Manifest } from '../../../shared/domain/post/paper/manifest.ts';
import { placesSample } from '../../../shared/domain/values/places/places-sample.ts';
import { visitList } from '../../../shared/domain/post/paper/visit-list.ts';
import { visitSheetOf } from '../../../shared/domain/post/paper/visit-sheet.ts';
import {
  aBirthLetter,
  aCondolence,
  aFuneralLeaflet,
  aMarriageLetter,
  anApology,
} from '../../support/builders/letters.ts';
import { pagesOf, pdfOf } from '../../support/paper.ts';
import { anAcceptedJob, at, ward } from '../../support/builders/post.ts';

const letters = typstPress();
const post = typstPostPress();

/** Not in our type; in faces that the compiler brings along itself, so it could be borrowed on every machine. */
const strange = 'Nguyễn ①';

const card = { layout: 'card', number: undefined };

const aJobFor = (name: string) => anAcceptedJob({ recipient: { ...anAcceptedJob().recipient, name } });

const aLabel = (name: string) => post.label(labelOf(aJobFor(name), placesSample, 'https://x.example/t/k')!);

const aHandoverList = (...names: string[]) => {
  const jobs = names.map((name, n) => ({ ...aJobFor(name), jobId: `j-${n}` }));
  const manifest: Manifest = {
    manifestId: 'PBG-1',
    ward,
    partner: 'vnpost',
    state: 'open',
    revision: 1,
    openedAt: at('14:00'),
    jobIds: jobs.map(({ jobId }) => jobId),
    lines: jobs.map(({ jobId, dossierCode, trackingNumber = '' }) => ({
      jobId,
      dossierCode,
      trackingNumber,
      codDue: 30_000,
    })),
  };
  const parties = { office: 'UBND phường Vũng Tàu', partner: 'Bưu điện thành phố Vũng Tàu' };
  return post.handoverList(handoverListOf(manifest, jobs, placesSample, parties));
};

const aVisitList = (name: string) => {
  const job = { ...aJobFor(name), partner: 'ward-26506', state: 'out-for-delivery' } as const;
  return post.visitList(visitSheetOf(visitList([job]), 'UBND phường Vũng Tàu', dayOf(at('08:00'))));
};

const person = openPersonPress();
const aPersonPaper = (name: string) =>
  person(
    personPaper([{ kind: 'dossier', says: { facts: { applicant: { name } } } }], {
      office: 'UBND phường Vũng Tàu',
      request: 'YC-12',
      at: at('08:00'),
    }),
  );

const aLetter = (content: LetterContent) => (name: string) =>
  letters.render({ ...compose(content), subheading: name });

const aBatch = (name: string) => letters.renderBatch([{ ...compose(aCondolence()), subheading: name }]);

const aCoveredBatch = (name: string) =>
  letters.renderBatch([compose(aCondolence())], {
    heading: 'Danh sách thư',
    columns: ['STT', 'Người nhận', 'Mã'],
    rows: [['1', name, 'H29.26-260302-0001']],
  });

/** Every paper that goes out, with the template it is printed from; each is printed with a name on it. */
const papers: readonly [paper: string, template: string, print: (name: string) => PrintedLetter][] = [
  ['label', 'label.typ', aLabel],
  ['hand-over list', 'handover-list.typ', aHandoverList],
  ['visit list', 'visit-list.typ', aVisitList],
  ['paper of what is kept about a citizen', 'person/person.typ', aPersonPaper],
  ['letter of birth', 'letter.typ', aLetter(aBirthLetter())],
  ['card of birth', 'letter.typ', aLetter(aBirthLetter(card))],
  ['letter of marriage', 'letter.typ', aLetter(aMarriageLetter())],
  ['card of marriage', 'letter.typ', aLetter(aMarriageLetter(card))],
  ['letter of condolence', 'letter.typ', aLetter(aCondolence())],
  ['card of condolence', 'letter.typ', aLetter(aCondolence(card))],
  ['letter of apology', 'letter.typ', aLetter(anApology())],
  ['leaflet for a funeral', 'letter.typ', aLetter(aFuneralLeaflet())],
  ['batch of letters', 'batch.typ', aBatch],
  ['cover list of a batch', 'batch.typ', aCoveredBatch],
];

/** Papers that are owed whole: one letter of one of their lines stops nothing else. */
const listing = ['hand-over list', 'visit list', 'paper of what is kept about a citizen'];

/** What stops a paper, without the paper. */
const missing = (printed: PrintedLetter): string[] => (printed.ok ? [] : printed.missing);

it.each(papers)('a %s is printed in our type alone, whatever faces a machine has', (paper, __, print) => {
  expect(missing(print('Nguyễn Thị Hằng'))).toEqual([]);
  expect(missing(print(strange))).toEqual(listing.includes(paper) ? [] : ['①']);
});

it('a list names the row whose letter it marks, and has everybody else on it', async () => {
  const names = ['Lê Thị Lan', 'Nguyễn ①\u{20000}😀', 'Vi Văn Sự'];
  const words = (await pagesOf(pdfOf(aHandoverList(...names)))).join('\n');
  expect(words).toContain('Dòng 2 có chữ không in được (□)');
  expect(words).toMatch(/Lê Thị Lan[\s\S]*Nguyễn □[\s\S]*Vi Văn Sự/);
  const doors = (await pagesOf(pdfOf(aVisitList('Nguyễn ①')))).join(' ');
  expect(doors.replaceAll(/\s+/g, ' ')).toContain('Dòng 1 có chữ không in được (□)');
});

it('no template is left out of this', () => {
  const folder = new URL('../../../shared/adapters/pdf/templates/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.typ'),
  );
  const printed = files.filter((file) => /sys\.inputs/.test(readFileSync(new URL(file, folder), 'utf8')));
  expect(new Set(papers.map(([, template]) => template))).toEqual(new Set(printed));
});
