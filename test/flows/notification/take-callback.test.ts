import { describe, expect, it } from 'vitest';
import type { CarrierReport, Heard } from '../../../shared/domain/inbound/carrier-report.ts';
import type { InboundMessage } from '../../../shared/domain/inbound/message.ts';
import { Instant } from '../../../shared/domain/values/instant.ts';
import type { Receipt } from '../../../shared/domain/notification/receipt.ts';
import { recordReport } from '../../../shared/flows/notification/record-report.ts';
import { takeCallback } from '../../../shared/flows/notification/take-callback.ts';

const at = Instant.parse('2026-03-02T02:15:00.000Z');

const aReceipt: Receipt = {
  carrier: 'esms',
  reference: 's-1',
  outcome: 'delivered',
  detail: '5',
  takenAt: at,
};

const aMessage: InboundMessage = {
  provider: 'zalo',
  providerId: 'm-1',
  from: null,
  sender: 'user-1',
  to: 'oa-1',
  text: 'HS H29.26-260302-0001',
  receivedAt: at,
};

const aDesk = (inboxIsOpen = true) => {
  const recorded: Receipt[] = [];
  const kept: InboundMessage[] = [];
  const take = takeCallback({
    record: recordReport(async (receipt) => {
      recorded.push(receipt);
      return 'settled' as const;
    }),
    inbox: {
      put: async (message) => {
        if (!inboxIsOpen) throw new Error('the queue is down');
        kept.push(message);
      },
    },
  });
  return { take, recorded, kept };
};

const report = (given: CarrierReport): Heard => ({ is: 'report', report: given });

describe('a call from a gateway', () => {
  it('with an end is recorded', async () => {
    const { take, recorded } = aDesk();
    const outcome = await take(report({ is: 'receipt', receipt: aReceipt }));
    expect(outcome).toEqual({ outcome: 'settled', carrier: 'esms' });
    expect(recorded).toEqual([aReceipt]);
  });

  it('without an end changes nothing, and its code is said aloud', async () => {
    const { take, recorded } = aDesk();
    const unrecognised = { is: 'unrecognised', carrier: 'esms', reference: 's-1', code: '9' } as const;
    expect(await take(report(unrecognised))).toEqual({
      outcome: 'unrecognised',
      carrier: 'esms',
      code: '9',
    });
    expect(recorded).toEqual([]);
  });

  it('with a citizen’s message keeps it before the gateway is answered', async () => {
    const { take, kept } = aDesk();
    const outcome = await take({ is: 'message', message: aMessage });
    expect(outcome).toEqual({ outcome: 'message-kept', carrier: 'zalo' });
    expect(kept).toEqual([aMessage]);
  });

  it('fails when the message cannot be kept, so that the gateway calls again', async () => {
    const { take } = aDesk(false);
    await expect(take({ is: 'message', message: aMessage })).rejects.toThrow('the queue is down');
  });

  it.each(['stranger', 'unreadable'] as const)('of a kind %s leaves no trace but its count', async (is) => {
    const { take, recorded, kept } = aDesk();
    expect(await take({ is })).toEqual({ outcome: is });
    expect([recorded, kept]).toEqual([[], []]);
  });
});
