import { expect, it } from 'vitest';
import { stageNames, templates } from './template.ts';

it.each(stageNames)('builds %s as it was last agreed', (stage) => {
  expect(templates[stage]).toMatchSnapshot();
});
