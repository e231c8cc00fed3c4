import { describe, expect, it } from 'vitest';
import { composeJobText } from '../../../../shared/domain/post/telling/compose-job-text.ts';
import { type JobState, jobStates } from '../../../../shared/domain/post/job/dispatch-moves.ts';
import { aWard } from '../../../support/builders/dossiers.ts';
import { anAcceptedJob, at } from '../../../support/builders/post.ts';

const lapseIn = (state: JobState, language: 'vi' | 'en') => {
  const listener = { language, consents: [], channels: [], templates: [] };
  const composed = composeJobText(anAcceptedJob({ state }), aWard(), listener, at('09:00'));
  return composed.is === 'owed' ? composed.notification.lapse : undefined;
};

describe('the word of a journey that becomes a call', () => {
  it('has words to read aloud, with accents, in each state where somebody rings', () => {
    const calls = jobStates.flatMap((state) => {
      const lapse = lapseIn(state, 'vi');
      return lapse?.becomes === 'call' ? [[state, lapse.spoken]] : [];
    });
    expect(calls.length).toBeGreaterThan(1);
    for (const [, spoken] of calls) expect(spoken).toMatch(/^Dạ, tôi gọi từ /);
  });

  it('is read out in English where the citizen reads English', () => {
    expect(lapseIn('held-for-pickup', 'en')?.spoken).toMatch(/[Pp]lease|Dossier|dossier/);
  });
});
