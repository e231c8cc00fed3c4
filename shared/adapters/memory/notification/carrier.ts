import type { Carrier, Handover } from '../../../domain/notification/carrier.ts';

type Message = Parameters<Carrier['take']>[0];

/** What the carrier is to say: in full, by the message, or that it accepts, under a reference of its own. */
type Answer = 'accepted' | Handover | ((message: Message) => Handover);

/** A carrier that says what it is told to, the last word for ever, and remembers what it was handed. */
export const carrierSaying = (...answers: [Answer, ...Answer[]]): { carrier: Carrier; taken: Message[] } => {
  const taken: Message[] = [];
  const take = async (message: Message): Promise<Handover> => {
    const answer = answers[Math.min(taken.length, answers.length - 1)]!;
    taken.push(message);
    if (answer === 'accepted') return { outcome: 'accepted', reference: `sms-${taken.length}` };
    return typeof answer === 'function' ? answer(message) : answer;
  };
  return { carrier: { name: 'memory', take }, taken };
};
