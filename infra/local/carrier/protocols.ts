import { esms } from './esms.ts';
import { eum } from './eum.ts';
import type { Protocol } from './protocol.ts';
import { sns } from './sns.ts';
import { speedsms } from './speedsms.ts';
import { vnpt } from './vnpt.ts';
import { zalo } from './zalo.ts';

/** All carriers on one port: path and headers tell them apart. Each has a memory of its own. */
export const everyProtocol = (): Protocol[] => [eum(), sns(), esms(), speedsms(), vnpt(), zalo()];
