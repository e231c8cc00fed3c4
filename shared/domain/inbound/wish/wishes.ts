/** Which wish to be told or not to be told stands in what somebody wrote, and how surely. */
import { type Clause, clausesOf } from './clauses.ts';

/**
 * A clear wish, or a doubtful one: a person has to ask, and nothing changes until then. `complaint`: what is written says no
 * more than that something did not come, or came to the wrong person.
 */
export type Wish =
  | { grade: 'clear'; wish: 'opt-out' | 'opt-in' }
  | { grade: 'doubtful'; wish: 'stop' | 'complaint' };

/** Ways to say no, in the letters of `words.ts`. What follows a dossier’s name may stand behind them. */
const says = {
  /** `thôi đừng nhắn tin nữa`, `tin nhắn này hủy đi`, `hủy tin`, `đừng gửi nữa`, `xóa số này khỏi danh sách`. */
  plainly: [
    /^[MO]*[NW]*[IEZHDW]+M*[ABRJ]*T[TABROJ]*[MSP]*V?K?$/,
    /^[MO]*W*[IEZHDW]+M*[TABRJ]+O[OTABRJ]*[MSP]*V?K?$/,
    /^M*W*[EZH]+M*G?O+[ABRMSPT]*V?K?$/,
    /^[MO]*W*[IEZDH]+M*[ABR]+M+$/,
    /^O+M*W*[EZH]+M*$/,
    /^M*[ZEH]I?P[PIABROT]*$/,
    /^[EHZ]G[ABROTP]*$/,
    /^W+I+R$/,
    /^W*N+M+[ABR]*O[ABRO]*M*$/,
    /^[MO]*W*N+M*(?:[ABR]*T|[ABR]+O)[TABRO]*[SP]*M[MSP]*$/,
  ],
  /** `không nhận tin`, `không muốn nhận`: as well that something did not come, if more is said. */
  asState: [/^[MO]*W*N+M*(?:[ABR]*T|[ABR]+O)[TABRO]*[MSP]*$/, /^W*N+M+[AR]M*$/, /^W*N+[AR]M+$/],
  /** `STOP`, `hủy ạ`. */
  alone: [/^(?:[EH]+|L)$/],
} as const;

/** `đừng ngừng nhắn tin`, `không hủy`: the opposite. */
const turnedRound = /[NID]M*[EHZD]/;

const comesBack = /^(?:C|G|M*GS|[CGYM]*(?:[ABR]S?O|T|[AR]S)O?[SM]*|S[ABR]O)$/;

/** Near enough to a wish that nobody should guess: `hủy hồ sơ`, `đừng gửi bưu điện`, `đừng gọi nữa`, `muốn hủy`. */
const near = [/[IEDHZ][MW]*[TABROJ]/, /[EHZ][MGA]*V/, /^M[EHZ]$/, /^[DZ]$/, /^W*I+M*$/, /N[AB].*M/];

/** `không nhận được tin nhắn`, `sao không nhắn tin cho tôi`, `nhầm số rồi`: perhaps somebody else's dossier has this phone. */
const complains = [/N[MX]?[TABR].*[OT]/, /N[MX]?[TR]/, /U/];

type Heard = 'plain' | 'state' | 'alone' | 'in' | 'near' | 'complaint' | 'nothing' | 'other';

const hear = ({ roles: written, asks, signs, names }: Clause): Heard => {
  const roles = written.replaceAll('Q', '');
  const fits = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(roles));
  if (roles === '' || signs) return 'nothing';
  if (turnedRound.test(roles)) return 'near';
  if (fits(says.alone)) return asks || names ? 'near' : 'alone';
  if (fits(says.plainly)) return 'plain';
  if (fits(says.asState)) return asks ? 'complaint' : 'state';
  if (comesBack.test(written)) return asks ? 'other' : 'in';
  if (fits(near)) return 'near';
  return fits(complains) ? 'complaint' : 'other';
};

/**
 * Reads a whole message. A plain refusal counts whatever stands around it, but for its opposite; a bare word, and what may
 * only be a complaint, count where nothing else is said. Of two wishes that contradict each other neither is clear.
 */
export const readWish = (text: string): Wish | undefined => {
  const clauses = clausesOf(text);
  const heard: Heard[] = clauses.map(hear).filter((each) => each !== 'nothing');
  const only = (...kinds: Heard[]) => heard.length > 0 && heard.every((each) => kinds.includes(each));
  const has = (kind: Heard) => heard.includes(kind);
  // Whoever thanks and signs `Huy` has not said `hủy`.
  const begins = clauses.length > 0 && hear(clauses[0]!) !== 'nothing';
  const signed = clauses.some(({ roles }) => /^H+$/.test(roles)) && !begins;
  if (has('plain') && !has('in') && !has('near')) return { grade: 'clear', wish: 'opt-out' };
  if (only('state', 'alone') && !signed) return { grade: 'clear', wish: 'opt-out' };
  if (only('in')) return { grade: 'clear', wish: 'opt-in' };
  if (has('near') || has('plain') || has('alone')) return { grade: 'doubtful', wish: 'stop' };
  return has('state') || has('complaint') ? { grade: 'doubtful', wish: 'complaint' } : undefined;
};
