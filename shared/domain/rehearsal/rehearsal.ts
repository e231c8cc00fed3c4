/** A rehearsal: what happens at which instant, under which choices of a ward, told to nobody. */
import * as z from 'zod';
import { ChosenSettings } from '../office/choose-settings.ts';
import { days, Instant, InstantWithOffset, plus } from '../values/instant.ts';
import { WardLetters } from '../letter/ward-letters.ts';
import { WardPost } from '../post/partner/ward-post.ts';
import { jobStates } from '../post/job/dispatch-moves.ts';
import { LetterState } from '../letter/moves.ts';
import { notificationStates } from '../notification/notification.ts';
import { firstOwnVersion, OwnDraft, type OwnTemplate, publishOwn } from '../text/publish/own-template.ts';
import { Ward } from '../values/ward.ts';
import { worklists } from '../api/work-by-state.ts';
import { Channel } from '../values/ids.ts';

/** The ward whose office it is where a rehearsal names none. */
const anyWard = '26506' as Ward;

/** How long nothing may happen before the end: a year of sleep is enough to see every reminder. */
const atMost = days(400);

export const carrierMoods = ['accepted', 'refused', 'busy', 'unknown'] as const;

/**
 * How a carrier answers. A refusal is about the message unless it is `because` of `us`: an account, a key, a sender name;
 * then messages wait until a later step says that it takes them.
 */
const CarrierAnswers = z.strictObject({
  outcome: z.enum(carrierMoods),
  because: z.enum(['message', 'us']).optional(),
});
export type CarrierAnswers = z.infer<typeof CarrierAnswers>;

/** What happens at one instant; a step of nothing but `at` lets time pass. Events and records are judged row by row. */
const Step = z.strictObject({
  at: InstantWithOffset,
  events: z.array(z.unknown()).optional(),
  /** Records of the national synchronisation service, as its file has them. */
  records: z.unknown().optional(),
  sms: z
    .strictObject({
      from: z.string().max(40),
      text: z.string().max(2000),
      id: z.string().min(1).max(200).optional(),
    })
    .optional(),
  /** How the carrier answers from now on. */
  carrier: CarrierAnswers.optional(),
});
export type RehearsalStep = z.infer<typeof Step>;

/** Steps are played in the order of their instants; the clock runs until a day after the last one, or `until`. */
export const Rehearsal = z
  .strictObject({
    ward: Ward.default(anyWard),
    settings: ChosenSettings.optional(),
    /** Texts of the ward's own, as it would publish them. */
    templates: z.array(OwnDraft).default([]),
    letters: WardLetters.omit({ ward: true }).optional(),
    post: WardPost.omit({ ward: true }).optional(),
    /** The health station has confirmed the vaccination schedule in use. */
    confirmSchedule: z.boolean().default(false),
    steps: z.array(Step).min(1),
    until: InstantWithOffset.optional(),
  })
  .transform(({ steps, until, templates, ...rest }, context) => {
    const inOrder = steps.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const last = inOrder.at(-1)!.at;
    const end = until ?? plus(last, days(1));
    const wrong =
      end < last
        ? 'This is before the last step; let it end later'
        : end > plus(last, atMost)
          ? 'This is more than 400 days after the last step; let it end earlier'
          : undefined;
    if (wrong !== undefined) context.addIssue({ code: 'custom', path: ['until'], message: wrong });
    const published = templates.flatMap((draft, at): OwnTemplate[] => {
      const one = publishOwn(draft, draft.version ?? firstOwnVersion, inOrder[0]!.at);
      if (one.ok) return [one.template];
      const message = one.problems.map(({ problem }) => problem).join(', ');
      context.addIssue({ code: 'custom', path: ['templates', at], message });
      return [];
    });
    return { ...rest, steps: inOrder, until: end, templates: published };
  });
export type Rehearsal = z.infer<typeof Rehearsal>;

const WrongHere = z.strictObject({ pointer: z.string(), code: z.string(), message: z.string() });

/** Everything that would be told, written and ordered, and what a person would have to look at. */
export const RehearsalAnswer = z.strictObject({
  /** In the order in which they were owed. */
  messages: z.array(
    z.strictObject({
      to: z.string(),
      channel: Channel,
      text: z.string(),
      /** 0 for a call. */
      parts: z.int().min(0),
      purpose: z.string(),
      dossierCode: z.string(),
      dueAt: Instant,
      /** When a carrier took it; null where none did, or where nobody knows. */
      sentAt: Instant.nullable(),
      state: z.enum(notificationStates),
      reason: z.string().optional(),
    }),
  ),
  /** `none` is an occasion that came to no letter. */
  letters: z.array(
    z.strictObject({
      kind: z.enum(['birth', 'marriage', 'condolence', 'apology', 'funeral-support']),
      dossierCode: z.string(),
      state: z.enum([...LetterState.options, 'none']),
      why: z.string().optional(),
    }),
  ),
  jobs: z.array(
    z.strictObject({
      dossierCode: z.string(),
      state: z.enum(jobStates),
      waitsFor: z.array(z.string()).optional(),
      partner: z.string().optional(),
      /** Whole đồng to be paid at the door. */
      codDue: z.int().optional(),
    }),
  ),
  dossiers: z.array(
    z.strictObject({
      code: z.string(),
      status: z.string(),
      phone: z.string().optional(),
      dueAt: Instant.optional(),
      /** Why its events said nothing, in the order in which they were decided. */
      silent: z.array(z.string()).optional(),
    }),
  ),
  /** Steps and rows are counted from 1; a file of records that cannot be read at all is row 0. */
  rejected: z.array(z.strictObject({ step: z.int(), row: z.int(), errors: z.array(WrongHere) })),
  worklist: z.array(
    z.strictObject({ list: z.enum(worklists), dossierCode: z.string(), because: z.string() }),
  ),
});
export type RehearsalAnswer = z.infer<typeof RehearsalAnswer>;
