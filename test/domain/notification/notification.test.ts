import { describe, expect, it } from 'vitest';
import {
  isSettled,
  mayMove,
  type NotificationMove,
  notificationId,
  notificationMoves,
  notificationStates,
  ownerOf,
} from '../../../shared/domain/notification/notification.ts';
import type { DossierCode } from '../../../shared/domain/dossier/dossier-code.ts';
import { code, vungTau } from '../../support/builders/dossiers.ts';

const moves = Object.keys(notificationMoves) as NotificationMove[];

describe('a notification', () => {
  it.each(moves.flatMap((move) => notificationStates.map((state) => [move, state] as const)))(
    '%s from %s is as the table says',
    (move, state) => {
      const legal = {
        claimed: 'queued',
        accepted: 'sending unknown',
        'not-taken': 'sending',
        refused: 'sending',
        doubted: 'sending',
        'may-have-left': 'queued',
        'receipt-delivered': 'sending unknown sent unconfirmed',
        'receipt-undelivered': 'sending unknown sent unconfirmed',
        'receipt-overdue': 'sent',
        postponed: 'queued',
        'room-found': 'queued',
        reworded: 'queued',
        'called-instead': 'queued',
        suppressed: 'queued',
        cancelled: 'queued',
        'resend-ordered': 'unknown failed undelivered suppressed',
        'call-answered': 'queued',
        'call-unanswered': 'queued',
        'call-given-up': 'queued',
        'seen-to': 'unknown unconfirmed undelivered failed suppressed',
      }[move].split(' ');
      expect(mayMove(state, move)).toBe(legal.includes(state));
    },
  );

  it('in doubt is never sent again but by a person', () => {
    const out = moves.filter((move) => mayMove('unknown', move) && notificationMoves[move].to === 'queued');
    expect(out).toEqual(['resend-ordered']);
  });

  it('that is settled moves no more by itself', () => {
    const byPeople: NotificationMove[] = ['resend-ordered', 'seen-to'];
    for (const state of notificationStates.filter(isSettled)) {
      expect(moves.filter((move) => mayMove(state, move) && !byPeople.includes(move))).toEqual([]);
    }
  });

  it('is named by ward, dossier, occurrence and channel, and its owner can be read back', () => {
    const id = notificationId({ ward: vungTau, code }, 'completed@2026-03-02T02:15:00.000Z', 'sms');
    expect(id).toBe('26506~H29.26-260302-0001~completed@2026-03-02T02:15:00.000Z~sms');
    expect(ownerOf(id)).toEqual({ ward: vungTau, code });
  });

  it('finds its owner even when the dossier code is written with our separator', () => {
    const odd = 'A~B~C' as DossierCode;
    expect(ownerOf(notificationId({ ward: vungTau, code: odd }, 'received@x', 'sms')).code).toBe(odd);
  });
});
