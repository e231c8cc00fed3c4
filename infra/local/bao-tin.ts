import type { Neighbours } from './stores/emulators.ts';
import type { Template } from './template/resource.ts';
import { localClientId, startIdentityProvider } from './simulators/people/provider.ts';
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
  const { carriers, clockOffset } = options;
  const { startKms } = await part<Pick<Neighbours, 'startKms'>>('./stores/kms.ts');
  const provider = await startIdentityProvider({ ...(clockOffset !== undefined && { clockOffset }) });
  const signIn = { issuer: provider.issuer, clientId: localClientId };
  const starting = startSystem({
    ...options,
    startCarrier: startCarrierProcess,
    startPostal: startPostalProcess,
    startKms,
    template: async () => {
      const { synthesise } = await part<{
        synthesise: (stage: 'dev', options?: { settings: object }) => Template;
      }>('../synthesise.ts');
      const { onOneMachine } = await part<{ onOneMachine: object }>('../stages.ts');
      const settings = { ...onOneMachine, signIn, ...(carriers && { smsCarriers: carriers }) };
      return synthesise('dev', { settings });
    },
  });
  const system = await starting.catch(async (error: unknown) => {
    await provider.close();
    throw error;
  });
  const { stop, kill } = system;
  return {
    ...system,
    stop: async () => void (await Promise.all([stop(), provider.close()])),
    kill: async () => void (await Promise.all([kill(), provider.close()])),
  };
};
