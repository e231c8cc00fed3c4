import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { typstPress } from '../../../shared/adapters/pdf/press.ts';
import { compose, vaccinationPlaceOf } from '../../../shared/domain/letter/compose.ts';
import { LetterContent } from '../../../shared/domain/letter/content.ts';
import { planVaccination } from '../../../shared/domain/letter/vaccination/plan.ts';
import { gapsOnSheet } from '../../../shared/domain/letter/wording/unfinished.ts';
import { currentSchedule } from '../../../shared/domain/letter/vaccination/schedule.ts';
import { answerEachLine } from '../lines/ndjson.ts';
import { drawPictures } from './pictures/pictures.ts';
import { fileName } from './ward/papers.ts';

/** A birth letter without a plan gets one, counted from its own facts. */
const withPlan = (content: LetterContent): LetterContent => {
  if (content.kind !== 'birth' || content.plan) return content;
  const { bornOn } = content.child;
  return {
    ...content,
    plan: planVaccination(
      { bornOn, place: vaccinationPlaceOf(content), asOf: content.issuedOn },
      currentSchedule,
    ),
  };
};

/** `letter render --out DIR`: one PDF for each letter's content, with the wordings that ship. */
export const letterCommand = (): Command => {
  const letter = new Command('letter').description('letters as PDF');
  letter
    .command('render')
    .description('read letter contents from stdin, one a line, and write one PDF each')
    .requiredOption('--out <dir>', 'the folder for the files')
    .action(async ({ out }: { out: string }) => {
      mkdirSync(out, { recursive: true });
      const press = typstPress();
      await answerEachLine((line) => {
        const content = LetterContent.safeParse(line);
        if (!content.success)
          return { value: { error: 'unreadable', detail: z.prettifyError(content.error) }, ok: false };
        const { id } = content.data;
        const sheet = compose(withPlan(content.data));
        const gaps = gapsOnSheet(sheet);
        if (gaps.length > 0) return { value: { id, error: 'unfinished', errors: gaps }, ok: false };
        const rendering = press.render(sheet);
        if (!rendering.ok)
          return { value: { id, error: 'character-missing', missing: rendering.missing }, ok: false };
        const file = join(out, fileName(id, 'pdf'));
        writeFileSync(file, rendering.pdf);
        return { value: { id, file, bytes: rendering.pdf.length }, ok: true };
      });
    });
  letter
    .command('pictures')
    .description('print one of each paper that goes out, of invented people, and write its pages as pictures')
    .requiredOption('--out <dir>', 'the folder for the pictures')
    .action(({ out }: { out: string }) => {
      for (const file of drawPictures(out)) process.stdout.write(`${JSON.stringify({ file })}\n`);
    });
  return letter;
};
