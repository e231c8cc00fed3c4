import { type SetUpStep, stillToSay } from '../../domain/api/set-up.ts';
import type { LetterSettingsStore } from '../../domain/letter/ward-letters.ts';
import type { SettingsStore } from '../../domain/office/ward-settings.ts';
import type { WardPosts } from '../../domain/post/partner/ward-post.ts';
import type { Ward } from '../../domain/values/ward.ts';

type Ports = {
  settings: Pick<SettingsStore, 'of'>;
  wardLetters: Pick<LetterSettingsStore, 'of'>;
  posts: Pick<WardPosts, 'of'>;
};

/** What an office has not said yet of all that it is asked for at the beginning. */
export const readSetUp =
  ({ settings, wardLetters, posts }: Ports) =>
  async (ward: Ward): Promise<SetUpStep[]> => {
    const [chosen, letters, post] = await Promise.all([
      settings.of(ward),
      wardLetters.of(ward),
      posts.of(ward),
    ]);
    return stillToSay({ settings: chosen, letters, post });
  };
