/** Who may ask at a route, and what the route reads: one way for wards, partners, letters, jobs and the worklist. */
import type * as z from 'zod';
import { type E164, readPhone } from '../../../domain/phone/read-phone.ts';
import type { JobScope } from '../../../domain/post/job/dispatch-job.ts';
import type { Ward } from '../../../domain/values/ward.ts';
import { type Answer, refuse, type Request, type Route } from './http.ts';
import { jsonBody } from './json-body.ts';
import { refused } from './refused.ts';
import { errorsOf } from '../../../domain/values/problem-error.ts';

/** A request by a machine that answers for it, and whose jobs and lists it may see. */
export type KnownCaller = { client: string; scope: JobScope };

/** A request whose token says which ward office is asking. */
export type WardRequest = Request & KnownCaller & { ward: Ward };
/** A request whose token says which postal partner is asking. */
export type PartnerRequest = Request & KnownCaller & { partner: string };

type Asked<Ports, R, What extends unknown[] = []> = (
  ports: Ports,
  request: R,
  ...what: What
) => Promise<Answer>;

/** A route for ward offices only; the ward comes from the token and from nowhere else. */
export const forWard =
  <Ports>(route: Asked<Ports, WardRequest>): Route<Ports> =>
  async (ports, request) => {
    const { ward, client } = request;
    return ward === undefined || client === undefined
      ? refused({ is: 'forbidden' }, request)
      : route(ports, { ...request, ward, client, scope: { ward } });
  };

/** A route for postal partners only; the partner comes from the token and from nowhere else. */
export const forPartner =
  <Ports>(route: Asked<Ports, PartnerRequest>): Route<Ports> =>
  async (ports, request) => {
    const { partner, client } = request;
    return partner === undefined || client === undefined
      ? refused({ is: 'forbidden' }, request)
      : route(ports, { ...request, partner, client, scope: { partner } });
  };

/** Reads a JSON body of this shape; no body at all is an empty one, where an empty one will do. */
export const withBody =
  <Ports, R extends Request, Shape extends z.ZodType>(
    shape: Shape,
    route: Asked<Ports, R, [body: z.output<Shape>]>,
  ): Asked<Ports, R> =>
  async (ports, request) => {
    const { event, language } = request;
    const nothing = event.body ? undefined : shape.safeParse({});
    if (nothing?.success) return route(ports, request, nothing.data);
    const json = jsonBody(event, language);
    if (!json.ok) return refuse(json.problem);
    const body = shape.safeParse(json.value);
    return body.success
      ? route(ports, request, body.data)
      : refused({ is: 'validation-failed', errors: errorsOf(body.error) }, request);
  };

/** Reads the query in this shape; what it does not know is left aside. */
export const withQuery =
  <Ports, R extends Request, Shape extends z.ZodType>(
    shape: Shape,
    route: Asked<Ports, R, [asked: z.output<Shape>]>,
  ): Asked<Ports, R> =>
  async (ports, request) => {
    const asked = shape.safeParse(request.query);
    return asked.success
      ? route(ports, request, asked.data)
      : refused({ is: 'validation-failed', errors: errorsOf(asked.error) }, request);
  };

/** Asks about one phone, `?phone=` in any usual spelling. */
export const ofPhone =
  <Ports, R extends Request>(route: Asked<Ports, R, [phone: E164]>): Asked<Ports, R> =>
  async (ports, request) => {
    const phone = readPhone(request.query['phone']);
    if (phone.ok) return route(ports, request, phone.e164);
    const errors = [{ pointer: '/phone', code: phone.reason, message: 'Not a Vietnamese mobile number' }];
    return refused({ is: 'validation-failed', errors }, request);
  };
