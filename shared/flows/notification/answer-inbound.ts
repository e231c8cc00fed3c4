import { answer, answeredAfter, belongsTo } from '../../domain/inbound/answer.ts';
import { type Consent, mayTell } from '../../domain/office/consent.ts';
import { DossierCode } from '../../domain/dossier/dossier-code.ts';
import { answerTo, type InboundQuestion, readInboundSms } from '../../domain/inbound/read-wish.ts';
import type { InboundSms } from '../../domain/inbound/sms.ts';
import type { E164 } from '../../domain/phone/read-phone.ts';
import type { rateBySms, RatingOutcome } from '../lookup/rate.ts';
import type { Ward } from '../../domain/values/ward.ts';
import { cancelAfterOptOut, type OptOutPorts } from '../office/cancel-after-opt-out.ts';
import type { NotificationId } from '../../domain/values/ids.ts';
import type { Clock } from '../../domain/values/instant.ts';
import type { Dossiers } from '../../domain/decision/dossiers.ts';
import type { Consents, Person } from '../../domain/office/consents.ts';
import type { Conversations } from '../../domain/inbound/conversations.ts';
import type { Crossing } from '../../domain/notification/limits.ts';
import type { Budgets, PhoneCards } from '../../domain/notification/spending.ts';
import { commitCounted } from './commit-answer.ts';
import type { Inboxes } from '../../domain/inbound/inboxes.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';
import type { Templates } from '../../domain/text/publish/own-template.ts';
import type { Doorbell } from '../../domain/notification/doorbell-message.ts';

/** What became of a citizen's message. The answer is owed by then, and its doorbell rang or the sweep will ring it. */
export type InboundOutcome =
  | { is: 'answered'; id: NotificationId; purpose: string; crossed: Crossing[] }
  | {
      is: 'silent';
      because:
        | 'not-a-person'
        | 'enough-answers'
        | 'text-not-sayable'
        | 'phone-changed'
        | 'hours-kept'
        | RatingOutcome;
    }
  /** Nobody's inbox: whoever hands the message over again later, when the inbox has an owner, has it answered. */
  | { is: 'unclaimed'; provider: string; to: string }
  | { is: 'duplicate' };

type Ports = {
  inboxes: Inboxes;
  conversations: Conversations;
  dossiers: Dossiers;
  consents: Consents;
  notifications: OptOutPorts['notifications'];
  settings: SettingsStore;
  phones: PhoneCards;
  budgets: Budgets;
  templates: Templates;
  doorbell: Doorbell;
  /** Keeps how somebody was served; absent where nobody counts it, as in a rehearsal. */
  rate?: ReturnType<typeof rateBySms>;
  clock: Clock;
};

type Sender = { ward: Ward; phone: E164 };

/** How often a phone that is being answered at the same time is read again. */
const rounds = 5;

/**
 * Takes in what a citizen wrote: how a dossier stands, to be left alone, to be told again, or help. The answer goes
 * the way of every notification, owed in one transaction with the message itself; nothing is sent from here. Whoever
 * wants to be left alone is owed nothing any more but the word that they will be; whose wish is not clear is rung. The same
 * message again changes nothing.
 */
export const answerInbound =
  (ports: Ports) =>
  async (inbound: InboundSms): Promise<InboundOutcome> => {
    const phone = answerTo(inbound.from);
    if (phone === 'ignore') return { is: 'silent', because: 'not-a-person' };
    const ward = await ports.inboxes.wardOf(inbound.provider, inbound.to);
    if (ward === undefined) {
      await ports.inboxes.noteUnclaimed(inbound, ports.clock());
      return { is: 'unclaimed', provider: inbound.provider, to: inbound.to };
    }

    const question = readInboundSms(inbound.text);
    const from = { ward, phone };
    if (question.asks === 'status') return answerEach(ports, inbound, question, from);
    // Nothing is sent for it: thanks would cost the office a text each.
    if (question.asks === 'rating') {
      const because = (await ports.rate?.(from, question)) ?? 'nothing-to-rate';
      return { is: 'silent', because };
    }
    return answerAsked(ports)(inbound, question, from);
  };

type Question = Exclude<InboundQuestion, { asks: 'rating' }>;

/** Answers one question of one phone, however it was asked, and heeds the choice in it. */
export const answerAsked =
  (ports: Ports) =>
  async (inbound: InboundSms, question: Question, from: Sender): Promise<InboundOutcome> => {
    const outcome = await answerQuestion(ports, inbound, question, from);
    // For a repeat too: what came first may have died right before this.
    if (question.asks === 'opt-out') await cancelAfterOptOut(ports)(from);
    return outcome;
  };

/**
 * Each code that was asked for has its own answer, as if it had come by itself; those that nothing is known about have one
 * for all.
 */
const answerEach = async (
  ports: Ports,
  inbound: InboundSms,
  { code, more = [] }: Extract<InboundQuestion, { asks: 'status' }>,
  from: Sender,
): Promise<InboundOutcome> => {
  const questions = [code, ...more].map((each) => ({ asks: 'status', code: each }) as const);
  const dossiers = await Promise.all(
    questions.map(async (question) => dossierAsked(ports, from.ward, question)),
  );
  const known = questions.filter((_, at) => belongsTo(dossiers[at], from.phone));
  const missed = questions.find((question) => !known.includes(question));
  const outcomes: InboundOutcome[] = [];
  for (const question of [...known, ...(missed ? [missed] : [])]) {
    const place = questions.indexOf(question);
    const providerId = place === 0 ? inbound.providerId : `${inbound.providerId}.${place + 1}`;
    outcomes.push(await answerQuestion(ports, { ...inbound, providerId }, question, from));
  }
  return outcomes.find(({ is }) => is === 'answered') ?? outcomes[0]!;
};

const answerQuestion = async (
  ports: Ports,
  inbound: InboundSms,
  question: Question,
  { ward, phone }: Sender,
): Promise<InboundOutcome> => {
  for (let round = 0; round < rounds; round += 1) {
    const { answered, version: before } = await ports.conversations.with(phone);
    const now = ports.clock();
    const [dossier, settings, templates] = await Promise.all([
      dossierAsked(ports, ward, question),
      ports.settings.of(ward),
      ports.templates.all(ward),
    ]);
    const said = answer({ inbound, question, phone, dossier, settings, templates, answered, now });
    const choice =
      said.choice && (await isNews(ports, { ward, phone }, said.choice)) ? said.choice : undefined;
    // Nothing to remember; a flood beyond the limits is not written down either.
    if ('silent' in said && choice === undefined) return { is: 'silent', because: said.silent };
    const exchange = {
      inbound,
      ward,
      phone,
      before,
      answered:
        'silent' in said
          ? answered
          : answeredAfter(answered, { at: now, purpose: said.purpose, id: said.notification.id }),
      ...('notification' in said && said.call && { call: said.call }),
      ...(choice && { choice }),
    };
    const owed = 'notification' in said ? said.notification : undefined;
    const { outcome, crossed } = await commitCounted(ports, exchange, owed, settings);
    if (outcome === 'duplicate') return { is: 'duplicate' };
    if (outcome === 'conflict') continue;
    if ('silent' in said) return { is: 'silent', because: said.silent };
    await ports.doorbell.ring([said.notification]).catch(() => undefined);
    return { is: 'answered', id: said.notification.id, purpose: said.purpose, crossed };
  }
  throw new Error('this phone kept being answered meanwhile');
};

/** The dossier that was asked for, whosever it is. */
const dossierAsked = async ({ dossiers }: Ports, ward: Ward, question: Question) => {
  const code = DossierCode.safeParse(question.asks === 'status' ? question.code : undefined);
  if (!code.success) return undefined;
  const [found] = await dossiers.find([{ ward, code: code.data }]);
  return found?.dossier;
};

/** Whether the choice is another than the one that holds; the same wish each day need not be kept each day. */
const isNews = async ({ consents }: Ports, person: Person, { purpose, channel, choice }: Consent) => {
  const [choices = []] = await consents.of([person]);
  const { because } = mayTell(choices, channel ?? 'sms', purpose);
  return because !== (choice === 'out' ? 'refused' : 'chosen');
};
