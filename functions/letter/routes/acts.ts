import type { Route, Routes } from '../../../shared/adapters/lambda/http/http.ts';
import { letterAct } from '../../../shared/adapters/lambda/http/letter-act.ts';
import { LetterAct, LetterRevision, LetterStop } from '../../../shared/domain/letter/api/shapes.ts';
import type { Act, actOnLetter } from '../../../shared/flows/letter/act-on-letter.ts';
import type { postLetter } from '../../../shared/flows/letter/post-letter.ts';
import type { reviseLetter } from '../../../shared/flows/letter/revise-letter.ts';

type Ports = {
  act: ReturnType<typeof actOnLetter>;
  post: ReturnType<typeof postLetter>;
  revise: ReturnType<typeof reviseLetter>;
};

const act = (what: Exclude<Act, 'posted'>, schema: typeof LetterAct | typeof LetterStop): Route<Ports> =>
  letterAct(what, schema, (ports, name, body, by) => ports.act(name, what, body, by));

/** What a person may do with one letter of their ward. */
export const letterActs: Routes<Ports> = {
  'POST /v1/letters/{id}/release': act('released', LetterAct),
  'POST /v1/letters/{id}/hold': act('held', LetterStop),
  'POST /v1/letters/{id}/withdraw': act('withdrawn', LetterStop),
  'POST /v1/letters/{id}/mark-handed-over': act('handed-over', LetterAct),
  'POST /v1/letters/{id}/mark-posted': letterAct('posted', LetterAct, (ports, name, body, by) =>
    ports.post(name, body, by),
  ),
  'POST /v1/letters/{id}/revise': letterAct('revised', LetterRevision, (ports, name, body, by) =>
    ports.revise(name, body, by),
  ),
};
