import * as z from 'zod';
import { nameIn } from '../place.ts';
import { routeOf, type Route } from '../api/route.ts';
import { every, flag, type Reading } from './resource.ts';

/** Who may call: tokens of this issuer, for one of these audiences. */
type Authorizer = { issuer: string; audience: string[] };

/** The HTTP API: its routes, each with its function and, where it asks for a token, who may call. */
export type Api = { id: string; routes: (Route & { function: string; guard?: Guard })[] };
export type Guard = Authorizer & { scopes: string[] };

const IntegrationProperties = z.object({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  IntegrationMethod: z.string().optional(),
});

const AuthorizerProperties = z.object({
  ApiId: z.string(),
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.strictObject({ Issuer: z.string(), Audience: z.array(z.string()) }),
});

const RouteProperties = z.object({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});

const authorizers = (from: Reading): Map<string, Authorizer> =>
  new Map(
    every(from, 'AWS::ApiGatewayV2::Authorizer', AuthorizerProperties, ['Name']).map(({ id, properties }) => [
      id,
      { issuer: properties.JwtConfiguration.Issuer, audience: properties.JwtConfiguration.Audience },
    ]),
  );

/** The one HTTP API of the system, if it has one. Throttling and access logs of a stage protect the account alone. */
export const readApi = (from: Reading): Api | undefined => {
  const apis = every(from, 'AWS::ApiGatewayV2::Api', z.object({ ProtocolType: z.literal('HTTP') }), [
    'Description',
    // One machine has one address, which no domain replaces.
    'DisableExecuteApiEndpoint',
    'Name',
    'Tags',
  ]);
  if (apis.length > 1)
    throw new Error(`one machine serves one API, not ${apis.map(({ id }) => id).join(', ')}`);
  every(
    from,
    'AWS::ApiGatewayV2::Stage',
    z.object({ ApiId: z.string(), StageName: z.literal('$default'), AutoDeploy: flag.optional() }),
    ['AccessLogSettings', 'DefaultRouteSettings', 'Description', 'RouteSettings', 'Tags'],
  );

  const integrations = new Map(
    every(from, 'AWS::ApiGatewayV2::Integration', IntegrationProperties, ['Description']).map(
      ({ id, properties }) => [id, nameIn(properties.IntegrationUri)],
    ),
  );
  const guards = authorizers(from);

  const routes = every(from, 'AWS::ApiGatewayV2::Route', RouteProperties, ['OperationName']).map(
    ({ id, properties }) => {
      const target = integrations.get(properties.Target.replace(/^integrations\//, ''));
      if (target === undefined)
        throw new Error(`${id}: its target ${properties.Target} is not in the template`);
      const route = { ...routeOf(id, properties.RouteKey), function: target };
      if (properties.AuthorizationType === 'NONE') return route;
      const guard = guards.get(properties.AuthorizerId ?? '');
      if (!guard) throw new Error(`${id}: its authorizer is not in the template`);
      return { ...route, guard: { ...guard, scopes: properties.AuthorizationScopes } };
    },
  );
  return apis[0] && { id: apis[0].id, routes };
};
