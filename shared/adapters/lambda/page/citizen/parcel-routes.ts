import type { WardPosts } from '../../../../domain/post/partner/ward-post.ts';
import { type ParcelCodes, wardInParcelCode } from '../../../../domain/post/paper/parcel-code.ts';
import type { Route } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { noParcelPage, parcelPage } from './parcel-page.ts';

/** What is on a label, for whoever finds the papers. The office's name stands for no code that was not printed. */
export const parcelRoutes: Record<string, Route<{ posts: WardPosts; codes: Pick<ParcelCodes, 'isOurs'> }>> = {
  'GET /buu-gui/{code}': async ({ posts, codes }, { path: { code = '' } }) => {
    const ward = wardInParcelCode(code);
    const isOurs = ward !== undefined && (await codes.isOurs(code));
    const arranged = isOurs ? await posts.of(ward) : undefined;
    return arranged === undefined
      ? pageAnswer(noParcelPage(), { status: 404 })
      : pageAnswer(parcelPage(arranged.pickup, code));
  },
};
