import { describe, expect, it } from 'vitest';
import {
  effects,
  readCode,
  trackingStatuses,
} from '../../../../shared/domain/post/tracking/carrier-codes.ts';
import { codeTables, tableNamed } from '../../../../shared/domain/post/tracking/code-tables.ts';
import { vnPostOrderAnswers } from '../../../../shared/domain/post/tracking/carriers/vnpost-public-post.ts';
import { viettelPost } from '../../../../shared/domain/post/tracking/carriers/viettel-post.ts';
import { ghtk } from '../../../../shared/domain/post/tracking/carriers/ghtk.ts';

describe.each(codeTables.map((table) => [table.name, table] as const))('the code table %s', (name, table) => {
  it('gives every code exactly one meaning, with its source', () => {
    for (const [code, status] of Object.entries(table.codes)) {
      expect(trackingStatuses).toContain(status);
      expect(readCode(table, code, 'outward')).toEqual({ is: 'read', status });
    }
    expect(table.source.length).toBeGreaterThan(10);
    expect(tableNamed(name)).toBe(table);
  });

  it('never says on the way back that anything is at the citizen’s door', () => {
    const atTheDoor = new Set([
      'picked-up',
      'out-for-delivery',
      'delivery-attempted',
      'held-for-pickup',
      'delivered',
    ]);
    const back = Object.keys(table.codes).map((code) => readCode(table, code, 'return'));
    expect(back.filter((reading) => reading.is === 'read' && atTheDoor.has(reading.status))).toEqual([]);
  });

  it('keeps an unknown code as unknown', () => {
    expect(readCode(table, '999999')).toEqual({ is: 'unknown-code' });
    expect(readCode(table, 'constructor')).toEqual({ is: 'unknown-code' });
  });
});

describe('codes that have cost others money', () => {
  it('reads none of the refused, returned or destroyed parcels of Viettel Post as delivered', () => {
    const delivered = Object.entries(viettelPost.codes).filter(([, status]) => status === 'delivered');
    expect(delivered.map(([code]) => code)).toEqual(['501']);
  });

  it('takes a code that is used both ways for outward until the parcel turned round', () => {
    expect(readCode(viettelPost, '500')).toEqual({ is: 'read', status: 'out-for-delivery' });
    expect(readCode(viettelPost, '500', undefined, true)).toEqual({ is: 'read', status: 'returning' });
    expect(readCode(viettelPost, '501', undefined, true)).toEqual({ is: 'read', status: 'delivered' });
    expect(readCode(viettelPost, '500', 'return')).toEqual({ is: 'read', status: 'returning' });
    expect(readCode(viettelPost, '501')).toEqual({ is: 'read', status: 'delivered' });
  });

  it('never takes a part of a GHTK parcel for the whole', () => {
    expect([ghtk.codes['5/part'], ghtk.codes['6/part']]).toEqual(['partly-delivered', 'partly-delivered']);
  });

  it('knows a parcel of EMS on its way through customs, and holds one that customs hold', () => {
    const read = (code: string) => [tableNamed('ems/emsevt')!.codes[code]];
    expect(['EXA', 'EXC', 'EDB', 'EDC', 'EDE'].flatMap(read)).toEqual(Array(5).fill('in-transit'));
    expect(['EXB', 'EXD', 'EME', 'EDA', 'EDX'].flatMap(read)).toEqual(Array(5).fill('on-hold'));
  });

  it('takes reports of a GHTK shipper for notes', () => {
    expect(['45', '49', '123', '127', '128', '410'].map((code) => ghtk.codes[code])).toEqual(
      Array.from({ length: 6 }, () => 'note'),
    );
  });

  it('takes an order that the public post already has for taken', () => {
    expect(vnPostOrderAnswers).toEqual({ '100': 'taken', '101': 'taken-before' });
  });

  it('lets money and notes do nothing to a parcel', () => {
    expect([effects.money, effects.note, effects.registered]).toEqual([undefined, undefined, undefined]);
  });
});
