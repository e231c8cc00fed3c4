import * as z from 'zod';
import { SettingsBody } from '../office/choose-settings.ts';
import { WardLetters } from '../letter/ward-letters.ts';
import { OwnDraft } from '../text/publish/own-template.ts';
import { WardPost } from '../post/partner/ward-post.ts';
import { Ward } from '../values/ward.ts';

/** Everything a ward office has chosen that decides what its citizens are told, in the form that a rehearsal takes. */
export const WardChoices = z.strictObject({
  ward: Ward,
  settings: SettingsBody,
  templates: z.array(OwnDraft).describe('Every version of every text of its own'),
  letters: WardLetters.omit({ ward: true }),
  post: WardPost.omit({ ward: true }).optional().describe('Absent as long as nothing is arranged'),
});
export type WardChoices = z.infer<typeof WardChoices>;
