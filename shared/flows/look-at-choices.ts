import type { LetterSettingsStore } from '../domain/letter/ports.ts';
import type { SettingsStore, Templates } from '../domain/office-ports.ts';
import { draftOf } from '../domain/own-template.ts';
import type { WardPosts } from '../domain/post/ports.ts';
import type { WardChoices } from '../domain/ward-choices.ts';
import type { Ward } from '../domain/ward.ts';

/** All that one ward has chosen, for whoever rehearses under its choices. */
export const lookAtChoices =
  (ports: {
    settings: Pick<SettingsStore, 'of'>;
    templates: Pick<Templates, 'all'>;
    wardLetters: Pick<LetterSettingsStore, 'of'>;
    posts: WardPosts;
  }) =>
  async (ward: Ward): Promise<WardChoices> => {
    const [settings, templates, letters, post] = await Promise.all([
      ports.settings.of(ward),
      ports.templates.all(ward),
      ports.wardLetters.of(ward),
      ports.posts.of(ward),
    ]);
    const { ward: _settings, ...chosen } = settings;
    const { ward: _letters, ...written } = letters;
    const arranged = post && (({ ward: _post, ...rest }) => rest)(post);
    return {
      ward,
      settings: chosen,
      templates: templates.map(draftOf),
      letters: written,
      ...(arranged && { post: arranged }),
    };
  };
