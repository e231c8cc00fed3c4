import { expect, it } from 'vitest';
import { answerTexts } from '../../../../shared/domain/text/texts/answers.ts';
import { smsPurposes } from '../../../../shared/domain/text/texts/all.ts';
import { callScriptFor } from '../../../../shared/domain/text/texts/call-scripts.ts';

/** What is answered to a text goes back to the phone that wrote; everything else may have to be rung. */
const rung = smsPurposes.filter((purpose) => !Object.hasOwn(answerTexts, purpose));

it.each(rung)('a clerk who has to ring about %s has whole sentences to read', (purpose) => {
  expect(callScriptFor(purpose)).toMatchObject({ accents: true });
});
