import { ownDraftOf, type Templates } from '../../domain/text/publish/own-template.ts';
import type { WardChoices } from '../../domain/api/ward-choices.ts';
import type { Ward } from '../../domain/values/ward.ts';
import type { LetterSettingsStore } from '../../domain/letter/ward-letters.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';
import type { WardPosts } from '../../domain/post/partner/ward-post.ts';

/** All that one ward has chosen, for whoever rehearses under its choices. */
export const listChoices =
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
      templates: templates.map(ownDraftOf),
      letters: written,
      ...(arranged && { post: arranged }),
    };
  };
