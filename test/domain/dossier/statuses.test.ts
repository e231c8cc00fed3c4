import { describe, expect, it } from 'vitest';
import {
  portalStatuses,
  ResultWay,
  Status,
  statuses,
  textOf,
} from '../../../shared/domain/dossier/statuses.ts';

describe('the table of statuses', () => {
  it('numbers those of the portal from 1 without a gap, as every system that synchronises with it does', () => {
    expect(portalStatuses.map((status) => statuses[status].place.rank)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
  });

  it('gives no two statuses the same place', () => {
    expect(new Set(Status.options.map((status) => statuses[status].place.rank)).size).toBe(
      Status.options.length,
    );
  });

  it('speaks of every status in a text of its own, and of a result by the way it is wanted', () => {
    const texts = Status.options.flatMap((status) => [
      ...new Set(ResultWay.options.map((wanted) => textOf(status, wanted))),
    ]);
    const spoken = texts.filter((text) => text !== undefined);
    expect(new Set(spoken).size).toBe(spoken.length);
    expect(ResultWay.options.map((wanted) => textOf('completed', wanted))).toEqual([
      'ready-counter',
      'ready-post',
      'ready-home',
      'ready-electronic',
      'ready-ring',
    ]);
    expect(textOf('completed')).toBe('ready-counter');
  });
});
