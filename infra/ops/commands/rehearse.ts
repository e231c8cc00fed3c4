import { Command } from 'commander';
import { Rehearsal } from '../../../shared/domain/rehearsal/rehearsal.ts';
import { rehearse } from '../../../shared/flows/rehearsal/rehearse.ts';
import { answerEachLine } from '../lines/ndjson.ts';
import { rehearsalStages } from '../rehearsal/stage.ts';
import { errorsOf } from '../../../shared/domain/values/problem-error.ts';

/** `rehearse`: what citizens would be told, which letters and journeys follow, and what a person would have to look at. */
export const rehearseCommand = (): Command =>
  new Command('rehearse')
    .description(
      'read {"ward"?,"settings"?,"letters"?,"post"?,"steps","until"?} lines, tell nobody, say what would be told',
    )
    .action(async () => {
      const play = rehearse(rehearsalStages());
      await answerEachLine(async (line) => {
        const asked = Rehearsal.safeParse(line);
        if (!asked.success)
          return { value: { error: 'unreadable', errors: errorsOf(asked.error) }, ok: false };
        return { value: await play(asked.data), ok: true };
      });
    });
