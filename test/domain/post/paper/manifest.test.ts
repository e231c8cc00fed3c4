import { describe, expect, it } from 'vitest';
import { diagramOf } from '../../../../shared/domain/values/diagram.ts';
import {
  countedManifest,
  Manifest,
  manifestMoves,
  manifestText,
  missingOf,
  sealed,
} from '../../../../shared/domain/post/paper/manifest.ts';
import { at, ward } from '../../../support/builders/post.ts';

const states = ['open', 'sealed', 'handed-over', 'handed-over-with-difference'] as const;
const aManifest = (difference: Partial<Manifest> = {}): Manifest => ({
  manifestId: 'PBG-0007',
  ward,
  partner: 'vnpost',
  state: 'open',
  revision: 1,
  openedAt: at('14:00'),
  jobIds: ['a', 'b'],
  lines: [],
  ...difference,
});
const count = { countedBy: 'Trần Văn Bình', missing: [], extra: [] };
const line = (jobId: string, codDue = 0) => ({
  jobId,
  dossierCode: 'd',
  trackingNumber: `n-${jobId}`,
  codDue,
});
const possible = (move: (state: Manifest['state']) => unknown) =>
  states.filter((state) => {
    try {
      return move(state);
    } catch {
      return false;
    }
  });

describe('a hand-over list', () => {
  it('is sealed while it is open and counted while it is sealed, never otherwise', () => {
    expect(possible((state) => sealed(aManifest({ state }), [], 'ab12', at('15:00')))).toEqual(['open']);
    expect(possible((state) => countedManifest(aManifest({ state }), 'office', count, at('15:00')))).toEqual([
      'sealed',
    ]);
  });

  it.each([
    [[], [], [], 'handed-over'],
    [['b'], [], [], 'handed-over-with-difference'],
    [[], ['b'], [], 'handed-over-with-difference'],
    [[], [], ['RR000000014VN'], 'handed-over-with-difference'],
  ])('where the office misses %j, the postman %j and finds %j is %s', (office, postman, extra, state) => {
    const half = countedManifest(
      aManifest({ state: 'sealed' }),
      'office',
      { ...count, missing: office },
      at('15:00'),
    );
    const whole = countedManifest(half, 'postman', { ...count, missing: postman, extra }, at('15:10'));
    expect([half.state, whole.state, whole.revision]).toEqual(['sealed', state, 3]);
    expect(missingOf(whole)).toEqual(new Set([...office, ...postman]));
    expect(Manifest.parse(whole)).toEqual(whole);
  });

  it('has a text for its hash that changes with any item, its place or its cash', () => {
    const texts = [
      [line('a'), line('b')],
      [line('b'), line('a')],
      [line('a'), line('b', 1)],
      [line('a')],
    ].map(manifestText);
    expect(new Set(texts).size).toBe(4);
  });

  it('prints as a diagram', () => {
    expect(diagramOf(manifestMoves)).toContain('sealed --> handed_over: both-agreed');
  });
});
