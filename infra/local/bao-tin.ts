import type { Neighbours } from './stores/emulators.ts';
import type { Template } from './template/resource.ts';
import { startCarrierProcess, startPostalProcess } from './simulators/simulator.ts';
import { startSystem, type System, type SystemOptions } from './system.ts';

/** Loaded when needed: the CDK takes longer to read than everything else here. */
const part = async <Part>(file: string): Promise<Part> =>
  (await import(new URL(file, import.meta.url).href)) as Part;

/** Runs Báo Tin itself: its development stack, with the simulators of carriers and the keys that stand in for KMS. */
export const startBaoTin = async (
  options: Omit<SystemOptions, 'template' | keyof Neighbours> & {
    carriers?: readonly string[] | undefined;
  } = {},
): Promise<System> => {
  const { carriers } = options;
  const { startKms } = await part<Pick<Neighbours, 'startKms'>>('./stores/kms.ts');
  return startSystem({
    ...options,
    startCarrier: startCarrierProcess,
    startPostal: startPostalProcess,
    startKms,
    template: async () => {
      const { synthesise } = await part<{
        synthesise: (stage: 'dev', options?: { settings: object }) => Template;
      }>('../synthesise.ts');
      const { stages } = await part<{ stages: { dev: object } }>('../stages.ts');
      return synthesise('dev', { settings: { ...stages.dev, ...(carriers && { smsCarriers: carriers }) } });
    },
  });
};
