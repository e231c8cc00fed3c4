import { loadJourneys } from './load-journeys.ts';
import { type BundleRecord, bundleOf, foreseeing } from '../../domain/dossier/bundle.ts';
import type { DecisionContext } from '../../domain/decision/decision-context.ts';
import type { Consent } from '../../domain/office/consent.ts';
import { tellingsInQuestion } from '../../domain/decision/put-right/settle-told.ts';
import { absorb } from '../../domain/dossier/absorb.ts';
import { type Dossier, fact } from '../../domain/dossier/dossier.ts';
import { notifiedPhone } from '../../domain/office/contact-channel.ts';
import type { E164 } from '../../domain/phone/read-phone.ts';
import type { PhoneCard } from '../../domain/notification/limits.ts';
import { orderOf } from '../../domain/dossier/event-order.ts';
import type { AcceptedEvent } from '../../domain/dossier/event/status-event.ts';
import type { Ward } from '../../domain/values/ward.ts';
import type { DecidePorts, Groups } from './decide-ports.ts';
import type { WardSpending } from '../../domain/notification/spending.ts';

/** One dossier's events, oldest first, with everything that a decision on them depends on. */
export type Loaded = {
  key: string;
  events: AcceptedEvent[];
  dossier?: Dossier;
  version: number;
  circumstances: Omit<DecisionContext, 'spent'> | { unreadable: unknown };
  bundleVersion: number;
  phone?: { card?: PhoneCard; version: number; number: E164 };
  spending: WardSpending;
};

type Turn = { key: string; events: AcceptedEvent[]; after: Dossier };

/** The dossiers whose turn it is: of those that share a bundle or a phone, the first. */
const inTurn = (all: readonly Turn[]): { now: Turn[]; later: Groups } => {
  const taken = new Set<string>();
  const now: Turn[] = [];
  const later: Groups = new Map();
  for (const turn of all) {
    const { ward } = turn.after;
    const shares = [bundleOf(turn.after)?.id, notifiedPhone(turn.after)]
      .filter((one) => one !== undefined)
      .map((one) => `${ward} ${one}`);
    if (shares.some((one) => taken.has(one))) later.set(turn.key, turn.events);
    else now.push(turn);
    for (const one of shares) taken.add(one);
  }
  return { now, later };
};

const isIn = ({ ward, id }: { ward: Ward; id: string }, dossier: Dossier): boolean => {
  const own = bundleOf(dossier);
  return own?.ward === ward && own.id === id;
};

/** Reads, in a few batches, what the decisions on these events depend on; dossiers that must wait come back. */
export const loadContext = async (
  ports: Pick<
    DecidePorts,
    | 'dossiers'
    | 'notifications'
    | 'bundles'
    | 'phones'
    | 'budgets'
    | 'settings'
    | 'templates'
    | 'consents'
    | 'post'
  >,
  open: Groups,
): Promise<{ gathered: Loaded[]; later: Groups }> => {
  const known = await ports.dossiers.find(
    [...open.values()].map(([first]) => ({ ward: first!.ward, code: first!.dossierCode })),
  );
  const before = new Map(known.map((found) => [`${found.dossier.ward} ${found.dossier.code}`, found]));
  const turns = [...open].map(([key, unsorted]): Turn => {
    const events = unsorted.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    const after = events.reduce<Dossier | undefined>(absorb, before.get(key)?.dossier);
    return { key, events, after: after! };
  });
  const { now, later } = inTurn(turns);

  const phonesAsked = now.flatMap(({ after }) => {
    const phone = notifiedPhone(after);
    return phone === undefined ? [] : [{ ward: after.ward, phone }];
  });
  const bundlesAsked = now.flatMap(({ after }) => bundleOf(after) ?? []);
  const wards = [...new Set(now.map(({ after }) => after.ward))];
  const [bundles, cards, spendings, chosen] = await Promise.all([
    bundlesAsked.length === 0 ? [] : ports.bundles.find(bundlesAsked),
    phonesAsked.length === 0 ? [] : ports.phones.find(phonesAsked),
    ports.budgets.of(wards),
    phonesAsked.length === 0 ? [] : ports.consents.of(phonesAsked),
  ]);
  const consentsOf = (ward: Ward, phone: E164 | undefined) =>
    chosen[phonesAsked.findIndex((asked) => asked.ward === ward && asked.phone === phone)] ?? [];

  const gathered = now.map(async ({ key, events, after }): Promise<Loaded> => {
    const own = bundleOf(after);
    const bundle = bundles.find((one) => own?.ward === one.bundle.ward && own.id === one.bundle.id);
    const beside = own === undefined ? [] : turns.filter((turn) => turn.key !== key && isIn(own, turn.after));
    const family: BundleRecord | undefined =
      own === undefined || (bundle === undefined && beside.length === 0)
        ? undefined
        : foreseeing(
            bundle?.bundle ?? { ...own, members: [] },
            beside.map((turn) => turn.after),
          );
    const number = notifiedPhone(after);
    const card = cards.find((one) => one.card.ward === after.ward && one.card.phone === number);
    const found = before.get(key);
    const asked = found ? tellingsInQuestion(found.dossier, after, events) : [];
    const queued = asked.length === 0 ? undefined : await ports.notifications.unsentAmong(asked);
    const offices = await officesOf(
      ports,
      { before: found?.dossier, events, bundle: family },
      after,
      consentsOf(after.ward, number),
    );
    return {
      key,
      events,
      ...(found && { dossier: found.dossier }),
      version: found?.version ?? 0,
      circumstances: queued && !('unreadable' in offices) ? { ...offices, queued: new Set(queued) } : offices,
      bundleVersion: bundle?.version ?? 0,
      ...(number && { phone: { ...(card && { card: card.card }), version: card?.version ?? 0, number } }),
      spending: spendings.find(({ ward }) => ward === after.ward)!,
    };
  });
  return { gathered: await Promise.all(gathered), later };
};

/** The settings of the offices involved, and what is carried. A ward whose settings cannot be read stops only its own dossiers. */
const officesOf = async (
  { settings, templates, post }: Pick<DecidePorts, 'settings' | 'templates' | 'post'>,
  turn: Parameters<typeof loadJourneys>[1],
  dossier: Dossier,
  consents: readonly Consent[],
): Promise<Loaded['circumstances']> => {
  const elsewhere = (ward: Ward | undefined) =>
    ward === undefined || ward === dossier.ward ? undefined : ward;
  try {
    const returnedBy = elsewhere(fact(dossier, 'returnedBy'));
    const ward = await settings.of(dossier.ward);
    const decidedBy = elsewhere(fact(dossier, 'decidedBy'));
    const returning = returnedBy && (await settings.of(returnedBy));
    const deciding = decidedBy && (await settings.of(decidedBy));
    const own = await templates.all(dossier.ward);
    const journeys = post && (await loadJourneys(post, turn));
    const { bundle } = turn;
    return {
      ward,
      ...(returning && { returning }),
      ...(deciding && { deciding }),
      ...(bundle && { bundle }),
      ...(journeys && { post: journeys }),
      templates: own,
      consents,
    };
  } catch (unreadable) {
    return { unreadable };
  }
};
