import type { Ward } from '../../../domain/values/ward.ts';
import { logStep } from './log.ts';

/** What a ring for an import came to. The file's name stays out: it may name a citizen. */
export const logImported = ({ ward, id }: { ward: Ward; id: string }, { is }: { is: string }): void =>
  logStep({ step: 'import', outcome: is, ward, import: id });
