import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resourcesOf, stageNames, templates } from './template.ts';

const files = globSync('functions/*/*.ts').map((name) => name.replaceAll('\\', '/'));

describe.each(stageNames)('in %s', (stage) => {
  it('every function file is deployed, and every deployed function has a file', () => {
    const deployed = resourcesOf(templates[stage], 'AWS::Lambda::Function').map(([, { Metadata }]) =>
      String(Metadata?.['bao-tin:entry']),
    );
    expect(deployed.toSorted()).toEqual(files.toSorted());
  });

  it('no function is given a heap that is much smaller, or larger, than the memory it is paid for', () => {
    const heaps = resourcesOf(templates[stage], 'AWS::Lambda::Function').flatMap(([, { Properties }]) => {
      const { Environment, MemorySize } = Properties as {
        Environment?: { Variables: Record<string, unknown> };
        MemorySize: number;
      };
      const heap = /--max-old-space-size=(\d+)/.exec(String(Environment?.Variables['NODE_OPTIONS']))?.[1];
      return heap === undefined ? [] : [Number(heap) / MemorySize];
    });
    expect(heaps.length).toBeGreaterThan(0);
    for (const share of heaps) {
      expect(share).toBeGreaterThanOrEqual(0.7);
      expect(share).toBeLessThan(0.9);
    }
  });
});
