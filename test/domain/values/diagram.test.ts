import { expect, it } from 'vitest';
import { diagramOf } from '../../../shared/domain/values/diagram.ts';

it('draws a move table: where it begins, one arrow per pair of states, where it ends', () => {
  const diagram = diagramOf({
    sent: { from: ['queued'], to: 'on-its-way' },
    resent: { from: ['queued'], to: 'on-its-way' },
    noticed: { from: ['queued', 'on-its-way'], to: 'same' },
    arrived: { from: ['on-its-way'], to: 'delivered' },
  });
  expect(diagram.split('\n')).toEqual([
    'stateDiagram-v2',
    '  state "queued" as queued',
    '  state "on-its-way" as on_its_way',
    '  state "delivered" as delivered',
    '  [*] --> queued',
    '  queued --> on_its_way: sent, resent',
    '  on_its_way --> delivered: arrived',
    '  delivered --> [*]',
    '',
  ]);
});
