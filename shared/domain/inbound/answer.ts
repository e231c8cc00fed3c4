import type { Consent } from '../office/consent.ts';
import { standingWords } from '../dossier/standing/standing-words.ts';
import { type Dossier, fact, standingOf } from '../dossier/dossier.ts';
import type { DossierCode } from '../dossier/dossier-code.ts';
import { promiseOf } from '../dossier/standing/promise.ts';
import { type InboundQuestion, mayAnswer } from './read-wish.ts';
import type { InboundSms } from './sms.ts';
import { between, days, type Instant, plus } from '../values/instant.ts';
import type { Notification } from '../notification/notification.ts';
import { owed } from '../notification/owed.ts';
import type { OwnTemplate } from '../text/publish/own-template.ts';
import { type E164, readPhone } from '../phone/read-phone.ts';
import type { AnswerPurpose } from '../text/texts/answers.ts';
import { type Status, statuses } from '../dossier/statuses.ts';
import type { WardSettings } from '../office/ward-settings.ts';
import type { Channel, EventId, NotificationId } from '../values/ids.ts';
import { callAboutWish } from './wish-call.ts';
import { composeByTemplate } from '../office/compose-by-template.ts';

/** When a phone was answered lately, what for, and with which message. */
export type Answered = { at: Instant; purpose: AnswerPurpose; id?: NotificationId };

/** Two machines that answer each other understand nothing, so they end at the second help of a day. */
const helpsPerDay = 2;
const notUnderstood: readonly AnswerPurpose[] = ['answer-help', 'answer-unclear-stop'];

/** An answer that comes a day later answers nobody. */
const answersLast = days(1);

/** All that an answer depends on. */
type Asked = {
  inbound: InboundSms;
  question: Exclude<InboundQuestion, { asks: 'rating' }>;
  phone: E164;
  /** The dossier with the code that was asked for, whosever it is. */
  dossier: Dossier | undefined;
  settings: WardSettings;
  templates: readonly OwnTemplate[];
  answered: readonly Answered[];
  now: Instant;
};

/** What a message comes to: an answer or none, the choice that was made with it, or a call to ask what was meant. */
export type InboundAnswer = { choice?: Consent } & (
  | { notification: Notification; purpose: AnswerPurpose; call?: Notification }
  | { silent: 'enough-answers' | 'text-not-sayable' }
);

/** Whether this phone is that of the applicant, or of whoever handed the dossier in for them. */
export const belongsTo = (dossier: Dossier | undefined, phone: string): boolean =>
  dossier !== undefined &&
  [fact(dossier, 'applicant')?.phone, fact(dossier, 'onBehalf')?.phone]
    .map((written) => readPhone(written))
    .some((read) => read.ok && read.e164 === phone);

const lately = (answered: readonly Answered[], now: Instant): Answered[] =>
  answered.filter(({ at }) => between(at, now) < days(1));

const within = (answered: readonly Answered[], purpose: AnswerPurpose, now: Instant): boolean =>
  mayAnswer(
    answered.map(({ at }) => at),
    now,
  ) &&
  (!notUnderstood.includes(purpose) ||
    lately(answered, now).filter((each) => notUnderstood.includes(each.purpose)).length < helpsPerDay);

/** The answers that still count after this one. */
export const answeredAfter = (answered: readonly Answered[], next: Answered): Answered[] => [
  ...lately(answered, next.at),
  next,
];

/** When the result is promised, as long as it is still to come. */
const promised = (dossier: Dossier, status: Status): Instant | undefined =>
  statuses[status].promises && promiseOf(dossier);

const choiceIn = ({ inbound, question, now }: Asked): Consent | undefined =>
  question.asks !== 'opt-out' && question.asks !== 'opt-in'
    ? undefined
    : {
        purpose: 'status',
        channel: inbound.channel satisfies Channel,
        choice: question.asks === 'opt-out' ? 'out' : 'in',
        when: inbound.receivedAt < now ? inbound.receivedAt : now,
        evidence: `wrote it to ${inbound.to}: ${inbound.provider} message ${inbound.providerId}`,
      };

/**
 * Answers a citizen's message. How a dossier stands is told to the phones it belongs to and to nobody else: a foreign
 * code and an unknown one get the same words. Whoever wants to be left alone is, answered or not; a phone that was
 * answered enough gets no answer, and its wish to hear from us again waits until it asks when it can be answered. A wish
 * that may be another changes nothing; whoever is told so is rung.
 */
export const answer = (asked: Asked): InboundAnswer => {
  const { inbound, question, phone, settings, now } = asked;
  const choice = choiceIn(asked);
  const own = belongsTo(asked.dossier, phone) ? asked.dossier : undefined;
  const status = own && standingOf(own)?.status;
  const told = own !== undefined && status !== undefined ? { dossier: own, status } : undefined;

  const purpose: AnswerPurpose =
    question.asks === 'status' ? (told ? 'answer-status' : 'answer-not-found') : `answer-${question.asks}`;
  if (!within(asked.answered, purpose, now)) {
    return { ...(choice?.choice === 'out' && { choice }), silent: 'enough-answers' };
  }

  const language = (told && fact(told.dossier, 'applicant')?.language) ?? 'vi';
  const said = composeByTemplate(
    settings,
    asked.templates,
    { purpose, language, channel: inbound.channel },
    {
      office: settings.office,
      hotline: settings.hotline,
      ...(question.asks === 'phone-code' && { digits: question.digits }),
      ...(told && {
        code: told.dossier.code,
        status: standingWords(told.dossier),
        dueAt: promised(told.dossier, told.status),
      }),
    },
  );
  if (!said.ok) return { ...(choice && { choice }), silent: 'text-not-sayable' };

  const cause = `${inbound.provider}:${inbound.providerId}`;
  // Small letters: no dossier has such a code.
  const code = told?.dossier.code ?? (`inbound:${cause}` as DossierCode);
  const notification = owed(
    {
      about: { ward: settings.ward, code },
      occurrence: `answer:${cause}`,
      cause: `inbound:${cause}` as EventId,
      purpose,
      by: { channel: inbound.channel, to: phone },
      said,
      happenedAt: inbound.receivedAt,
      dueAt: now,
      lasts: {
        goodUntil: plus(now, answersLast),
        lapse: { newsUntil: plus(now, answersLast), becomes: 'work' },
      },
    },
    now,
  );
  if (question.asks !== 'unclear-stop') return { notification, purpose, ...(choice && { choice }) };
  const call = callAboutWish({ ward: settings.ward, phone, cause, text: inbound.text }, now);
  return { notification, purpose, call };
};
