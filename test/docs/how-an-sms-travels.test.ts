import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { diagramOf } from '../../shared/domain/values/diagram.ts';
import { notificationMoves } from '../../shared/domain/notification/notification.ts';

const page = readFileSync('docs/how-an-sms-travels.md', 'utf8');

it('the walk of an SMS draws the states of a notification as its move table has them', () => {
  const drawn = /<!-- diagram: notification -->\s*```mermaid\n([\s\S]*?)```/.exec(page)?.[1];
  expect(drawn?.trim()).toBe(diagramOf(notificationMoves).trim());
});
