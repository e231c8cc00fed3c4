import { describe, expect, it } from 'vitest';
import { idsIn, needs, resourcesOf, stageNames, templates, theOnly } from './template.ts';

type Template = Pick<(typeof templates)['dev'], 'Resources'>;

/** The first circle of resources that wait for each other, if there is one. */
const circle = (template: Template): string[] | undefined => {
  const done = new Set<string>();
  const walk = (id: string, path: string[]): string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    if (done.has(id)) return undefined;
    for (const other of needs(template, id)) {
      const found = walk(other, [...path, id]);
      if (found) return found;
    }
    done.add(id);
    return undefined;
  };
  for (const id of Object.keys(template.Resources)) {
    const found = walk(id, []);
    if (found) return found;
  }
  return undefined;
};

/** Everything that exists before this resource is created. */
const before = (template: Template, id: string, seen = new Set<string>()): Set<string> => {
  for (const other of needs(template, id)) {
    if (!seen.has(other)) before(template, other, seen.add(other));
  }
  return seen;
};

const template = templates.prod;
const [authorizer] = resourcesOf(template, 'AWS::ApiGatewayV2::Authorizer').map(([id]) => id);
const routes = resourcesOf(template, 'AWS::ApiGatewayV2::Route');

describe('the account’s SMS settings', () => {
  const [settings] = resourcesOf(template, 'Custom::SmsAccount').map(([id]) => id);

  it('stand before anything follows the log groups that receipts arrive in', () => {
    for (const [id] of resourcesOf(template, 'AWS::Logs::SubscriptionFilter'))
      expect(before(template, id)).toContain(settings);
  });

  it('name a role that may write by then', () => {
    const earlier = before(template, settings!);
    const [writer] = idsIn(template.Resources[settings!]!.Properties['deliveryRole']);
    expect(earlier).toContain(writer);
    expect(JSON.stringify(template.Resources[writer!]!.Properties['Policies'])).toContain(
      'logs:PutMetricFilter',
    );
  });

  it('are answered for, by a function that may not run longer than CloudFormation waits', () => {
    for (const type of ['Custom::SmsAccount', 'Custom::IssuerAnswers']) {
      const [, { Properties }] = theOnly(template, type);
      const [fn] = idsIn(Properties['ServiceToken']);
      const timeout = Number(template.Resources[fn!]!.Properties['Timeout']);
      expect(Number(Properties['ServiceTimeout'])).toBeGreaterThan(timeout);
    }
  });
});

describe('the order in which AWS builds it', () => {
  it.each(stageNames)('has no circle in %s', (stage) => {
    expect(circle(templates[stage])).toBeUndefined();
  });

  it('would notice a circle', () => {
    const key = { Type: 'AWS::KMS::Key', Properties: { Description: { Ref: 'queue' } } };
    const queue = {
      Type: 'AWS::SQS::Queue',
      Properties: { KmsMasterKeyId: { 'Fn::GetAtt': ['key', 'Arn'] } },
    };
    expect(circle({ Resources: { key, queue } })).toEqual(['key', 'queue', 'key']);
  });

  it('serves the discovery document before the authorizer, which reads it while it is created', () => {
    const earlier = before(template, authorizer!);
    const built = (type: string) => resourcesOf(template, type).filter(([id]) => earlier.has(id));

    expect(built('AWS::ApiGatewayV2::Stage')).toHaveLength(1);
    expect(built('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties['RouteKey'])).toContain(
      'GET /.well-known/openid-configuration',
    );
    const discovery = built('AWS::Lambda::Function').find(
      ([, { Metadata }]) => Metadata?.['bao-tin:entry'] === 'functions/office/serve-discovery.ts',
    );
    expect(discovery).toBeDefined();
    const [role] = idsIn(discovery![1].Properties['Role']);
    expect(JSON.stringify(template.Resources[role!]!.Properties['Policies'])).toContain('kms:GetPublicKey');
    // A stage deploys itself some time after it was made: somebody has to see the document first.
    expect(built('Custom::IssuerAnswers')).toHaveLength(1);
    expect(before(template, built('Custom::IssuerAnswers')[0]![0])).toContain(
      built('AWS::ApiGatewayV2::Stage')[0]![0],
    );
    const callable = built('AWS::Lambda::Permission').filter(([id]) =>
      needs(template, id).includes(discovery![0]),
    );
    expect(callable).toHaveLength(1);
  });

  it('builds the protected routes after the authorizer', () => {
    const guarded = routes.filter(([, { Properties }]) => Properties['AuthorizationType'] === 'JWT');
    expect(guarded.length).toBeGreaterThan(0);
    for (const [id] of guarded) expect(before(template, id)).toContain(authorizer);
  });

  it('leaves room in the 500 resources that one stack may hold', () => {
    for (const size of Object.values(template.sizes)) expect(size).toBeLessThan(450);
  });
});
