import { beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../../../shared/adapters/lambda/http/http.ts';
import { aPostWithJobs } from '../../../support/post-routes.ts';
import { aWardWithNews } from '../../../support/ward-routes.ts';
import { allRoutes, answersInShape, asking, shapeOf } from '../../../support/routes.ts';

let routes: Map<string, Route<never>>;
beforeAll(async () => {
  routes = await allRoutes();
});

const asked = { ...aPostWithJobs, ...aWardWithNews };

describe('what a route answers', () => {
  it('is asked here of every route that answers in a shape', () => {
    expect(Object.keys(asked).toSorted()).toEqual([...routes.keys()].filter(answersInShape).toSorted());
  });

  it.each(Object.entries(asked))('is what the description says, and nothing else: %s', async (key, ask) => {
    const { ports, ...request } = await ask();
    const answer = await routes.get(key)!(ports as never, asking(key, request));
    expect({ key, ...answer }).toMatchObject({
      status: expect.toSatisfy((status) => status < 400) as number,
    });
    const sent: unknown = JSON.parse(JSON.stringify(answer.body));
    expect(shapeOf(key, answer).safeParse(sent).error?.issues).toBeUndefined();
  });
});
