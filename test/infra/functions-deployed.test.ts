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
});
