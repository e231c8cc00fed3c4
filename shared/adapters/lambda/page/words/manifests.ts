import type { Manifest } from '../../../../domain/post/paper/manifest.ts';
import type { tag } from './states.ts';

/** How a hand-over list stands, as a tag. */
export const manifestWords: Readonly<Record<Manifest['state'], Parameters<typeof tag>[0]>> = {
  open: ['chưa khóa', 'warn'],
  sealed: ['đã khóa, chờ đếm', 'warn'],
  'handed-over': ['đã giao đủ', 'ok'],
  'handed-over-with-difference': ['đã giao, có lệch', 'late'],
};
