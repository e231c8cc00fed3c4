import { canonical } from '../../../domain/values/writing/canonical.ts';
import type { OwnTemplate, Templates } from '../../../domain/text/publish/own-template.ts';

/** The wards' own texts in memory. */
export const memoryTemplates = (): Templates => {
  const stored = new Map<string, OwnTemplate>();
  return {
    all: async (ward) =>
      [...stored].filter(([place]) => place.startsWith(`${ward} `)).map(([, template]) => template),
    publish: async (ward, template) => {
      const place = `${ward} ${template.key} ${template.version}`;
      const known = stored.get(place);
      if (known !== undefined) return canonical(known) === canonical(template) ? 'published' : 'exists';
      stored.set(place, template);
      return 'published';
    },
  };
};
