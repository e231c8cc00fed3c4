import type { WardPosts } from '../../../../domain/post/partner/ward-post.ts';
import { wardInParcelCode } from '../../../../domain/post/paper/parcel-code.ts';
import type { Route } from '../../http/http.ts';
import { pageAnswer } from '../frame/answers.ts';
import { noParcelPage, parcelPage } from './parcel-page.ts';

/** What is on a label, for whoever finds the papers. */
export const parcelRoutes: Record<string, Route<{ posts: WardPosts }>> = {
  'GET /buu-gui/{code}': async ({ posts }, { path: { code = '' } }) => {
    const ward = wardInParcelCode(code);
    const arranged = ward === undefined ? undefined : await posts.of(ward);
    return arranged === undefined
      ? pageAnswer(noParcelPage(), { status: 404 })
      : pageAnswer(parcelPage(arranged.pickup, code));
  },
};
