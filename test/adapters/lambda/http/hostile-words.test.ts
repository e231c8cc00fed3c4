import { beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../../../shared/adapters/lambda/http/http.ts';
import { aPostWithJobs } from '../../../support/post-routes.ts';
import { aWardWithNews } from '../../../support/ward-routes.ts';
import { allRoutes, asking } from '../../../support/routes.ts';

let routes: Map<string, Route<never>>;
beforeAll(async () => {
  routes = await allRoutes();
});

/** What no reader sees and some machine stumbles over, each between letters that stay. */
const hostile = {
  'a NUL': '\u0000',
  'an escape': '\u001b[31m',
  'a mark that turns the line round': '\u202e',
  'half a letter': '\ud83d',
  'the other half': '\ude00',
  'a filler of Hangul': '\u3164',
  'a letter that is none': '\uffff',
  'a tag': '\u{e0041}',
};
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{DI}\p{Noncharacter_Code_Point}]/u;

type Json = unknown;
/** Every text of a body, as the body that has it spoilt. */
const spoilt = (value: Json, by: string): Json[] => {
  if (typeof value === 'string') return [`${value.slice(0, 2)}${by}${value.slice(2)}`, `${value}${by}`];
  if (Array.isArray(value))
    return value.flatMap((one, at) => spoilt(one, by).map((bad) => value.with(at, bad)));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    spoilt(one, by).map((bad) => ({ ...value, [name]: bad })),
  );
};

const asked = { ...aPostWithJobs, ...aWardWithNews } as Record<
  string,
  () => Promise<{ ports: unknown; body?: unknown }>
>;

describe('what nobody can see', () => {
  it.each(Object.entries(asked))('is cleaned or refused, and never our failure: %s', async (key, ask) => {
    const { body } = await ask();
    const seen: string[] = [];
    for (const [name, by] of Object.entries(hostile))
      for (const bad of body === undefined ? [] : spoilt(body, by)) {
        const { ports, ...request } = await ask();
        const passed: unknown[] = [];
        const watch = (act: unknown): unknown =>
          typeof act === 'function'
            ? (...args: unknown[]) => (passed.push(args), (act as (...all: unknown[]) => unknown)(...args))
            : act;
        const watched =
          typeof ports === 'function'
            ? watch(ports)
            : Object.fromEntries(Object.entries(ports as object).map(([port, act]) => [port, watch(act)]));
        const answer = await routes.get(key)!(watched as never, asking(key, { ...request, body: bad }));
        if (answer.status >= 500) seen.push(`${name}: ${answer.status} ${JSON.stringify(bad)}`);
        if (answer.status < 300 && unseen.test(words(passed)))
          seen.push(`${name}: taken as it is ${JSON.stringify(bad)}`);
      }
    expect(seen.slice(0, 6)).toEqual([]);
  });
});

const words = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(words).join('|');
  return typeof value === 'object' && value !== null ? Object.values(value).map(words).join('|') : '';
};
