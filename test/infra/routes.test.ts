import { expect, it } from 'vitest';
import { actsAtMost } from '../../shared/domain/people/session.ts';
import { seconds } from '../../shared/domain/values/instant.ts';
import { idsIn, resourcesOf, templates, theOnly } from './template.ts';

type Served = { handler: { routes: object } };
const byText = (one: string, other: string): number => (one < other ? -1 : 1);

const template = templates.prod;

const functionBehind = (target: unknown): unknown => {
  const integration = idsIn(target)[0]!;
  const fn = idsIn(template.Resources[integration]!.Properties['IntegrationUri'])[0]!;
  return template.Resources[fn]!.Metadata!['bao-tin:entry'];
};

const doors = resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => [
  Properties['RouteKey'],
  functionBehind(Properties['Target']),
  Properties['AuthorizationType'] === 'JWT'
    ? (Properties['AuthorizationScopes'] as string[]).join(' ')
    : 'open',
]);
const isPage = ([, file]: unknown[]): boolean => String(file).startsWith('functions/desk/');

it('opens exactly these doors to machines, each to one function, and asks for a token with its scope at all but eighteen', () => {
  expect(doors.filter((door) => !isPage(door))).toEqual([
    ['GET /.well-known/openid-configuration', 'functions/office/serve-discovery.ts', 'open'],
    ['GET /.well-known/jwks.json', 'functions/office/serve-discovery.ts', 'open'],
    ['GET /openapi.json', 'functions/office/serve-discovery.ts', 'open'],
    ['GET /health', 'functions/office/serve-discovery.ts', 'open'],
    ['POST /oauth/token', 'functions/office/issue-token.ts', 'open'],
    ['POST /v1/status-events', 'functions/dossier/accept-status.ts', 'ward:write'],
    ['GET /v1/dossiers/{code}', 'functions/dossier/serve-dossiers.ts', 'ward:read'],
    ['GET /v1/dossiers', 'functions/dossier/serve-dossiers.ts', 'ward:read'],
    ['GET /v1/reports/overdue', 'functions/dossier/serve-dossiers.ts', 'ward:read'],
    ['GET /v1/worklist', 'functions/dossier/serve-dossiers.ts', 'ward:read'],
    ['POST /v1/dossiers/{code}/correct', 'functions/dossier/serve-dossiers.ts', 'ward:write'],
    ['POST /v1/dossiers/{code}/void', 'functions/dossier/serve-dossiers.ts', 'ward:write'],
    ['POST /v1/dossiers/{code}/person-event', 'functions/dossier/serve-dossiers.ts', 'ward:write'],
    ['POST /v1/dossiers/{code}/settle', 'functions/dossier/serve-dossiers.ts', 'ward:write'],
    ['POST /v1/dossiers/{code}/move', 'functions/dossier/serve-dossiers.ts', 'ward:operate'],
    ['GET /v1/imports', 'functions/dossier/serve-dossiers.ts', 'ward:read'],
    ['GET /v1/imports/{id}', 'functions/dossier/serve-dossiers.ts', 'ward:read'],
    ['GET /v1/imports/{id}/report.csv', 'functions/dossier/serve-dossiers.ts', 'ward:read'],
    ['GET /v1/imports/{id}/original', 'functions/dossier/serve-dossiers.ts', 'ward:read'],
    ['POST /v1/persons/correct', 'functions/dossier/serve-dossiers.ts', 'ward:write'],
    ['POST /v1/imports', 'functions/dossier/serve-dossiers.ts', 'ward:write'],
    ['POST /v1/imports/{id}/read', 'functions/dossier/serve-dossiers.ts', 'ward:write'],
    ['POST /v1/imports/{id}/start', 'functions/dossier/serve-dossiers.ts', 'ward:write'],
    ['GET /callbacks/esms/{secret}', 'functions/notification/receive-callback.ts', 'open'],
    ['POST /callbacks/speedsms/{secret}', 'functions/notification/receive-callback.ts', 'open'],
    ['POST /callbacks/zalo', 'functions/notification/receive-callback.ts', 'open'],
    ['POST /inbound/sms/{secret}', 'functions/notification/receive-callback.ts', 'open'],
    ['GET /v1/letters', 'functions/letter/serve-letters.ts', 'ward:read'],
    ['GET /v1/letters/{id}', 'functions/letter/serve-letters.ts', 'ward:read'],
    ['GET /v1/letters/{id}/document', 'functions/letter/serve-letters.ts', 'ward:read'],
    ['GET /v1/letters/{id}/leaflet', 'functions/letter/serve-letters.ts', 'ward:read'],
    ['POST /v1/letters/{id}/release', 'functions/letter/act-on-letters.ts', 'ward:write'],
    ['POST /v1/letters/{id}/hold', 'functions/letter/act-on-letters.ts', 'ward:write'],
    ['POST /v1/letters/{id}/withdraw', 'functions/letter/act-on-letters.ts', 'ward:write'],
    ['POST /v1/letters/{id}/mark-handed-over', 'functions/letter/act-on-letters.ts', 'ward:write'],
    ['POST /v1/letters/{id}/mark-posted', 'functions/letter/act-on-letters.ts', 'ward:write'],
    ['POST /v1/letters/{id}/revise', 'functions/letter/act-on-letters.ts', 'ward:write'],
    ['POST /v1/print-batches', 'functions/letter/print-letters.ts', 'ward:write'],
    ['GET /lich/{token}', 'functions/letter/serve-calendar.ts', 'open'],
    ['GET /v1/settings', 'functions/office/serve-settings.ts', 'ward:read'],
    ['GET /v1/choices', 'functions/office/serve-settings.ts', 'ward:read'],
    ['GET /v1/templates', 'functions/office/serve-settings.ts', 'ward:read'],
    ['GET /v1/proposals', 'functions/office/serve-settings.ts', 'ward:read'],
    ['PUT /v1/settings', 'functions/office/serve-settings.ts', 'ward:write'],
    ['POST /v1/templates', 'functions/office/serve-settings.ts', 'ward:write'],
    ['GET /v1/consents', 'functions/office/serve-consents.ts', 'ward:read'],
    ['POST /v1/consents', 'functions/office/serve-consents.ts', 'ward:write'],
    ['GET /v1/persons', 'functions/office/serve-consents.ts', 'ward:persons'],
    ['GET /v1/persons/{id}', 'functions/office/serve-consents.ts', 'ward:persons'],
    ['GET /v1/persons/{id}/document', 'functions/office/serve-consents.ts', 'ward:persons'],
    ['POST /v1/persons/export', 'functions/office/serve-consents.ts', 'ward:persons'],
    ['POST /v1/persons/erase', 'functions/office/serve-consents.ts', 'ward:persons'],
    ['GET /v1/notifications', 'functions/notification/serve-notifications.ts', 'ward:read'],
    ['POST /v1/notifications/{id}/resend', 'functions/notification/serve-notifications.ts', 'ward:write'],
    ['POST /v1/notifications/{id}/cancel', 'functions/notification/serve-notifications.ts', 'ward:write'],
    ['POST /v1/notifications/{id}/settle', 'functions/notification/serve-notifications.ts', 'ward:write'],
    ['POST /v1/notifications/{id}/call', 'functions/notification/serve-notifications.ts', 'ward:write'],
    ['POST /v1/dispatch-jobs', 'functions/post/serve-dispatch.ts', 'ward:write'],
    ['POST /v1/dispatch-jobs/{id}/cancel', 'functions/post/serve-dispatch.ts', 'ward:write'],
    ['POST /v1/dispatch-jobs/{id}/recall', 'functions/post/serve-dispatch.ts', 'ward:write'],
    ['POST /v1/dispatch-jobs/{id}/correct-address', 'functions/post/serve-dispatch.ts', 'ward:write'],
    ['POST /v1/dispatch-jobs/{id}/answer-redirect', 'functions/post/serve-dispatch.ts', 'ward:write'],
    ['POST /v1/dispatch-jobs/{id}/confirm-return', 'functions/post/serve-dispatch.ts', 'ward:write'],
    ['POST /v1/dispatch-jobs/{id}/correct', 'functions/post/serve-dispatch.ts', 'ward:write'],
    ['POST /v1/dispatch-jobs/{id}/settle-cod', 'functions/post/serve-dispatch.ts', 'ward:write'],
    ['POST /v1/dispatch-jobs/{id}/close', 'functions/post/serve-dispatch.ts', 'ward:write'],
    ['POST /v1/dispatch-jobs/{id}/offer', 'functions/post/serve-dispatch.ts', 'ward:write'],
    ['POST /v1/dispatch-jobs/{id}/redispatch', 'functions/post/serve-dispatch.ts', 'ward:write'],
    ['POST /v1/dispatch-jobs/{id}/visited', 'functions/post/serve-dispatch.ts', 'ward:write'],
    ['POST /v1/dispatch-jobs/offer-waiting', 'functions/post/serve-dispatch.ts', 'ward:write'],
    ['POST /v1/visits', 'functions/post/serve-dispatch.ts', 'ward:write'],
    ['GET /v1/dispatch-jobs', 'functions/post/serve-dispatch.ts', 'ward:read'],
    ['GET /v1/dispatch-jobs/{id}', 'functions/post/serve-dispatch.ts', 'ward:read'],
    ['POST /partner/v1/dispatch-jobs/claim', 'functions/post/serve-partner.ts', 'partner:jobs'],
    ['POST /partner/v1/dispatch-jobs/accept-batch', 'functions/post/serve-partner.ts', 'partner:jobs'],
    ['POST /partner/v1/dispatch-jobs/{id}/renew', 'functions/post/serve-partner.ts', 'partner:jobs'],
    ['POST /partner/v1/dispatch-jobs/{id}/release', 'functions/post/serve-partner.ts', 'partner:jobs'],
    ['POST /partner/v1/dispatch-jobs/{id}/accept', 'functions/post/serve-partner.ts', 'partner:jobs'],
    ['POST /partner/v1/dispatch-jobs/{id}/reject', 'functions/post/serve-partner.ts', 'partner:jobs'],
    ['POST /partner/v1/dispatch-jobs/{id}/confirm-cancel', 'functions/post/serve-partner.ts', 'partner:jobs'],
    ['POST /partner/v1/dispatch-jobs/{id}/refuse-cancel', 'functions/post/serve-partner.ts', 'partner:jobs'],
    ['POST /partner/v1/dispatch-jobs/{id}/refuse-recall', 'functions/post/serve-partner.ts', 'partner:jobs'],
    [
      'POST /partner/v1/dispatch-jobs/{id}/confirm-redirect',
      'functions/post/serve-partner.ts',
      'partner:jobs',
    ],
    [
      'POST /partner/v1/dispatch-jobs/{id}/refuse-redirect',
      'functions/post/serve-partner.ts',
      'partner:jobs',
    ],
    ['GET /partner/v1/dispatch-jobs', 'functions/post/serve-partner.ts', 'partner:jobs'],
    ['GET /partner/v1/dispatch-jobs/{id}', 'functions/post/serve-partner.ts', 'partner:jobs'],
    ['POST /partner/v1/tracking-events', 'functions/post/serve-tracking.ts', 'partner:jobs'],
    ['POST /partner/v1/cod-remittances', 'functions/post/serve-tracking.ts', 'partner:jobs'],
    ['GET /partner/v1/changes', 'functions/post/serve-tracking.ts', 'partner:jobs'],
    ['GET /partner/v1/health', 'functions/post/serve-tracking.ts', 'partner:jobs'],
    ['POST /partner/v1/dispatch-jobs/{id}/evidence', 'functions/post/serve-evidence.ts', 'partner:jobs'],
    ['GET /partner/v1/dispatch-jobs/{id}/evidence', 'functions/post/serve-evidence.ts', 'partner:jobs'],
    ['GET /v1/dispatch-jobs/{id}/evidence', 'functions/post/serve-evidence.ts', 'ward:read'],
    ['GET /v1/dispatch-jobs/{id}/evidence/{evidenceId}', 'functions/post/serve-evidence.ts', 'ward:read'],
    ['POST /v1/manifests', 'functions/post/serve-manifests.ts', 'ward:write'],
    ['POST /v1/manifests/{id}/seal', 'functions/post/serve-manifests.ts', 'ward:write'],
    ['POST /v1/manifests/{id}/confirm-handover', 'functions/post/serve-manifests.ts', 'ward:write'],
    ['GET /v1/manifests/{id}', 'functions/post/serve-manifests.ts', 'ward:write'],
    ['POST /partner/v1/manifests', 'functions/post/serve-manifests.ts', 'partner:jobs'],
    ['POST /partner/v1/manifests/{id}/seal', 'functions/post/serve-manifests.ts', 'partner:jobs'],
    ['POST /partner/v1/manifests/{id}/confirm-handover', 'functions/post/serve-manifests.ts', 'partner:jobs'],
    ['GET /partner/v1/manifests/{id}', 'functions/post/serve-manifests.ts', 'partner:jobs'],
    ['GET /v1/manifests/{id}/document', 'functions/post/serve-paperwork.ts', 'ward:write'],
    ['GET /v1/dispatch-jobs/{id}/label', 'functions/post/serve-paperwork.ts', 'ward:write'],
    ['GET /v1/visits', 'functions/post/serve-paperwork.ts', 'ward:read'],
    ['GET /partner/v1/manifests/{id}/document', 'functions/post/serve-paperwork.ts', 'partner:jobs'],
    ['GET /partner/v1/dispatch-jobs/{id}/label', 'functions/post/serve-paperwork.ts', 'partner:jobs'],
    ['GET /partner/v1/visits', 'functions/post/serve-paperwork.ts', 'partner:jobs'],
    ['GET /buu-gui/{code}', 'functions/post/serve-parcel-page.ts', 'open'],
    ['GET /v1/reports/waiting-papers', 'functions/post/serve-post-reports.ts', 'ward:read'],
    ['GET /v1/reports/cash', 'functions/post/serve-post-reports.ts', 'ward:read'],
    ['GET /v1/quarantined-scans', 'functions/post/serve-post-reports.ts', 'ward:read'],
    ['POST /v1/cod-confirmations', 'functions/post/serve-post-reports.ts', 'ward:write'],
    ['GET /partner/v1/reports/cash', 'functions/post/serve-post-reports.ts', 'partner:jobs'],
    ['POST /callbacks/post/{partner}/{secret}', 'functions/post/receive-tracking.ts', 'open'],
    ['GET /tra-cuu', 'functions/lookup/serve-lookups.ts', 'open'],
    ['POST /tra-cuu', 'functions/lookup/serve-lookups.ts', 'open'],
    ['GET /tra-cuu/{token}', 'functions/lookup/serve-lookups.ts', 'open'],
    ['POST /tra-cuu/{token}', 'functions/lookup/serve-lookups.ts', 'open'],
    ['GET /danh-gia/{ward}', 'functions/lookup/serve-lookups.ts', 'open'],
    ['POST /danh-gia/{ward}', 'functions/lookup/serve-lookups.ts', 'open'],
    ['GET /bang/{ward}', 'functions/lookup/serve-lookups.ts', 'open'],
    ['GET /bang/{ward}/{tep}', 'functions/lookup/serve-lookups.ts', 'open'],
  ]);
});

it('opens a door to each page that the desk serves, and to no other, and what it says to machines to operators alone', async () => {
  const files = ['serve-desk', 'serve-people', 'print-from-desk'].map((name) => `functions/desk/${name}.ts`);
  const served = await Promise.all(
    files.map(async (file) => {
      const { handler } = (await import(new URL(`../../${file}`, import.meta.url).href)) as Served;
      return Object.keys(handler.routes).map((key) => [
        key,
        file,
        key.includes(' /v1/') ? 'ward:operate' : 'open',
      ]);
    }),
  );
  const inOrder = (pages: unknown[][]) => pages.map((page) => page.join(' ')).toSorted(byText);
  expect(inOrder(doors.filter(isPage))).toEqual(inOrder(served.flat()));
});

it('lets a page work no longer than its form is held for it', () => {
  const timeouts = resourcesOf(template, 'AWS::Lambda::Function')
    .filter(([, { Metadata }]) => isPage(['', Metadata?.['bao-tin:entry']]))
    .map(([, { Properties }]) => seconds(Number(Properties['Timeout'])));
  expect(timeouts).toEqual([actsAtMost, actsAtMost, actsAtMost]);
});

it('trusts tokens of its own address for its own audience, and no others', () => {
  const [api] = theOnly(template, 'AWS::ApiGatewayV2::Api');
  const url = { 'Fn::GetAtt': [api, 'ApiEndpoint'] };
  const [, authorizer] = theOnly(template, 'AWS::ApiGatewayV2::Authorizer');
  expect(authorizer.Properties).toMatchObject({
    AuthorizerType: 'JWT',
    // In no address: addresses are written down on the way.
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: { Issuer: url, Audience: ['bao-tin'] },
  });
  const issuers = resourcesOf(template, 'AWS::Lambda::Function')
    .map(
      ([, { Properties }]) => (Properties['Environment'] as { Variables: Record<string, unknown> }).Variables,
    )
    .filter((variables) => 'ISSUER' in variables)
    .map(({ ISSUER }) => ISSUER);
  expect(issuers).toEqual([url, url]);
});

it('writes down who came and what came of it, but no path, no query and no address', () => {
  const [, stage] = theOnly(template, 'AWS::ApiGatewayV2::Stage');
  const { Format } = stage.Properties['AccessLogSettings'] as { Format: string };
  expect(Format).toContain('$context.routeKey');
  expect(Format).not.toMatch(/\$context\.(path|identity)|querystring/i);
});
