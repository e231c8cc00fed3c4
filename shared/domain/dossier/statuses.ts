/**
 * All that a status means, one row each. A new status is a row here and the text that its row names: whatever else has to
 * know it reads this table or does not compile without it.
 */
import * as z from 'zod';

/** How the citizen gets the result. */
export const ReturnMethod = z.enum(['counter', 'post', 'home', 'electronic']);
export type ReturnMethod = z.infer<typeof ReturnMethod>;

/**
 * How the citizen is told to get the result: as they wanted it, or, where nobody carries it although they wanted that, by
 * ringing or coming. Words follow deeds: only an arranged journey may be promised.
 */
export const ResultWay = z.enum([...ReturnMethod.options, 'ring']);
export type ResultWay = z.infer<typeof ResultWay>;

/** A text, or one for each way to get the result. */
type TextOf<Text extends string> = Text | Readonly<Record<ResultWay, Text>>;

type Row<Text extends string, Other extends string> = {
  /** How far along it is: the portal's own number, or a place between two for a status that the portal does not have. */
  place: { rank: number; portal: boolean };
  /** Whether the dossier is over with it: nothing more is owed for it. */
  ends: false | 'with-result' | 'without-result';
  /** Which messages that still wait it makes pointless. */
  overtakes: readonly Other[];
  /** For how many days it is news, and whose turn is first (1) under a limit: chosen figures, decision 19. */
  news: { days: number; turn: number };
  /** Whether the `dueAt` of its event is until when the citizen has to act, and no promise of the result. */
  asksUntil?: true;
  /** Whether a national record of it has to say why; elsewhere the remark is the office's own and stays there. */
  needsReason: boolean;
  /** The date that an answer to the citizen names, as long as it is still to come. */
  promises?: 'dueAt' | 'newDueAt';
  /** Behind "Hồ sơ …" and "Dossier …", in an answer to the citizen. */
  words: { vi: string; en: string };
  /**
   * Whether the citizen is told where the ward has chosen nothing, and whether that is worth a call, which takes a clerk's
   * time. `heldBack` is for how many minutes, where the ward has chosen none.
   */
  telling:
    | { byDefault: true; called: boolean; heldBack?: number; text: TextOf<Text> }
    | { byDefault: false; text?: TextOf<Text> };
};

const untilWork = ['received', 'supplement-requested', 'payment-requested'] as const;
const untilResult = [...untilWork, 'delayed'] as const;
const everything = [...untilResult, 'completed'] as const;

const ready = {
  counter: 'ready-counter',
  post: 'ready-post',
  home: 'ready-home',
  electronic: 'ready-electronic',
  ring: 'ready-ring',
} as const;

/**
 * The ten statuses of the national public-service portal in its own numbering 1..10, stable over every system that
 * synchronises with it (a local system's finer states are mapped to these before they reach us), and `delayed`: the office
 * apologises and names a new date (Mẫu 04, TT 03/2025/TT-VPCP), right before the result since the work still goes on.
 *
 * Told by default is what one-stop offices really send: what has to be done, what is ready, what went wrong. The portal
 * itself acknowledges a registration, and work in progress is no news. Called is who has to do, to know or to fetch
 * something.
 */
const rows = {
  registered: {
    place: { rank: 1, portal: true },
    ends: false,
    overtakes: [],
    news: { days: 1, turn: 6 },
    needsReason: false,
    words: { vi: 'đã gửi, chưa tiếp nhận', en: 'is sent, not yet received' },
    telling: { byDefault: false },
  },
  received: {
    place: { rank: 2, portal: true },
    ends: false,
    overtakes: [],
    news: { days: 1, turn: 6 },
    needsReason: false,
    promises: 'dueAt',
    words: { vi: 'đã được tiếp nhận', en: 'has been received' },
    // A chosen default, not a rule: long enough for a certification at the counter.
    telling: { byDefault: true, called: false, heldBack: 20, text: 'received' },
  },
  'not-accepted': {
    place: { rank: 3, portal: true },
    ends: 'without-result',
    overtakes: everything,
    news: { days: 14, turn: 3 },
    needsReason: true,
    words: { vi: 'không được tiếp nhận', en: 'was not accepted' },
    telling: { byDefault: true, called: true, text: 'not-accepted' },
  },
  'in-progress': {
    place: { rank: 4, portal: true },
    ends: false,
    // Work that goes on means that the papers or the money came.
    overtakes: ['supplement-requested', 'payment-requested'],
    news: { days: 1, turn: 6 },
    needsReason: false,
    promises: 'dueAt',
    words: { vi: 'đang được giải quyết', en: 'is being processed' },
    telling: { byDefault: false },
  },
  'supplement-requested': {
    place: { rank: 5, portal: true },
    ends: false,
    overtakes: [],
    news: { days: 14, turn: 2 },
    asksUntil: true,
    needsReason: true,
    words: { vi: 'còn thiếu giấy tờ', en: 'lacks papers' },
    telling: { byDefault: true, called: true, text: 'supplement' },
  },
  'payment-requested': {
    place: { rank: 6, portal: true },
    ends: false,
    overtakes: [],
    news: { days: 14, turn: 2 },
    needsReason: false,
    words: { vi: 'có phí, lệ phí chưa nộp', en: 'has a fee to pay' },
    telling: { byDefault: true, called: true, text: 'payment' },
  },
  withdrawn: {
    place: { rank: 7, portal: true },
    ends: 'without-result',
    overtakes: everything,
    news: { days: 7, turn: 5 },
    needsReason: true,
    words: { vi: 'đã được rút', en: 'was withdrawn' },
    telling: { byDefault: true, called: false, text: 'withdrawn' },
  },
  stopped: {
    place: { rank: 8, portal: true },
    ends: 'without-result',
    overtakes: everything,
    news: { days: 14, turn: 3 },
    needsReason: true,
    words: { vi: 'không được giải quyết tiếp', en: 'is not processed further' },
    telling: { byDefault: true, called: true, text: 'stopped' },
  },
  completed: {
    place: { rank: 9, portal: true },
    ends: 'with-result',
    overtakes: untilResult,
    news: { days: 30, turn: 1 },
    needsReason: false,
    words: { vi: 'đã có kết quả', en: 'is ready' },
    telling: { byDefault: true, called: true, text: ready },
  },
  returned: {
    place: { rank: 10, portal: true },
    ends: 'with-result',
    overtakes: [...everything, 'not-accepted', 'stopped'],
    news: { days: 7, turn: 5 },
    needsReason: false,
    words: { vi: 'đã trả kết quả', en: 'was handed over' },
    telling: { byDefault: false, text: 'returned' },
  },
  delayed: {
    place: { rank: 8.5, portal: false },
    ends: false,
    // A reception after the apology would sound like yesterday; papers and money are still missing.
    overtakes: ['registered', 'received', 'in-progress', 'delayed'],
    news: { days: 14, turn: 4 },
    needsReason: false,
    promises: 'newDueAt',
    words: { vi: 'chưa có kết quả như đã hẹn, xin lỗi', en: 'is late, we apologise' },
    telling: { byDefault: true, called: true, text: 'delayed' },
  },
} as const satisfies Record<string, Row<string, string>>;

export type Status = keyof typeof rows;
export const Status = z.enum(Object.keys(rows) as Status[]);

type Rows = typeof rows;
export type PortalStatus = { [S in Status]: Rows[S]['place']['portal'] extends true ? S : never }[Status];

type InAll<Texts> = Texts extends string ? Texts : Texts[keyof Texts];
/** The texts that statuses are told with, each by its name. */
export type StatusText = {
  [S in Status]: Rows[S]['telling'] extends { text: infer Texts } ? InAll<Texts> : never;
}[Status];

export const statuses: Readonly<Record<Status, Row<StatusText, Status>>> = rows;

/** The portal's statuses as it numbers them, from 1. */
export const portalStatuses = Status.options
  .filter((status): status is PortalStatus => statuses[status].place.portal)
  .toSorted((one, other) => statuses[one].place.rank - statuses[other].place.rank);

/** The text that tells of a status; undefined where none does. A result is at the counter where nothing else is known. */
export const textOf = (status: Status, wanted: ResultWay = 'counter'): StatusText | undefined => {
  const { text } = statuses[status].telling;
  return typeof text === 'object' ? text[wanted] : text;
};
