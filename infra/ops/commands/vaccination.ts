import { Command } from 'commander';
import * as z from 'zod';
import {
  planVaccination,
  PlanRequest,
  unknownOptional,
} from '../../../shared/domain/letter/vaccination/plan.ts';
import { currentSchedule } from '../../../shared/domain/letter/vaccination/schedule.ts';
import { answerEachLine } from '../lines/ndjson.ts';

/** `vaccination plan`: the doses of a child, with the day of the first session where a place is given. */
export const vaccinationCommand = (): Command => {
  const vaccination = new Command('vaccination').description('vaccination plans of newborn children');
  vaccination
    .command('plan')
    .description('read {"bornOn","place"?,"optional"?} lines from stdin, answer the doses of each')
    .action(async () =>
      answerEachLine((line) => {
        const asked = PlanRequest.safeParse(line);
        if (!asked.success)
          return { value: { error: 'unreadable', detail: z.prettifyError(asked.error) }, ok: false };
        const unknown = unknownOptional(asked.data.optional ?? [], currentSchedule);
        if (unknown.length > 0)
          return { value: { error: 'unknown-vaccine', detail: unknown.join(', ') }, ok: false };
        const { doses } = planVaccination(asked.data, currentSchedule);
        return { value: { doses: doses.map(({ when: _when, ...dose }) => dose) }, ok: true };
      }),
    );
  return vaccination;
};
