import { CustomResource, Duration, NestedStack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnApiMapping,
  type CfnStage,
  HttpApi,
  HttpAuthorizer,
  HttpAuthorizerType,
  type HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { type IMetric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Deployment, nameOf, removalPolicyOf } from './deployment.ts';
import { answersUnder, urlOf } from './door/own-domain.ts';
import { watchDoor } from './door/watch-door.ts';
import type { WardFunction } from './ward-function.ts';
import type { Hurts } from './watch.ts';

/** `POST /v1/status-events` */
export type RouteKey = `${HttpMethod} /${string}`;
export type Scope = 'ward:read' | 'ward:write' | 'ward:operate' | 'ward:persons' | 'partner:jobs';

/** What the access log keeps of a request: no path (it names dossiers), no query (it may hold a phone), no address. */
const accessLogged = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  bytes: '$context.responseLength',
  client: '$context.authorizer.claims.sub',
  refusal: '$context.authorizer.error',
  failure: '$context.integrationErrorMessage',
};

/**
 * The HTTP API. Tokens are issued by the API itself, and API Gateway reads the issuer's discovery document while it
 * creates the authorizer. Hence the order: open routes, then the stage that serves them, then a wait until the issuer
 * answers from everywhere (a stage deploys itself some time after it was made), then the authorizer, then the protected
 * routes.
 */
export class FrontDoor extends Construct {
  /** Where the API answers and the `iss` of its tokens. */
  readonly url: string;
  /** How many ask, and how it goes. */
  readonly metrics: IMetric[];
  private readonly api: HttpApi;
  private readonly stage: HttpStage;
  private readonly named: CfnApiMapping | undefined;
  /** Every page is a route, and one stack may hold 500 resources: the pages of the desk stand in a stack of their own. */
  private readonly pages: NestedStack;
  private readonly wards: HttpAuthorizer;
  private readonly forStrangers: { ThrottlingRateLimit: number; ThrottlingBurstLimit: number };

  constructor(scope: Construct, id: string, { deployment, whoIsHurt }: Hurts & { deployment: Deployment }) {
    super(scope, id);
    const { dataKey, settings, stage } = deployment;
    const { domain } = settings;
    this.api = new HttpApi(this, 'api', {
      apiName: nameOf(deployment, 'api'),
      createDefaultStage: false,
      ...(domain && { disableExecuteApiEndpoint: true }),
    });
    this.url = domain ? urlOf(domain) : this.api.apiEndpoint;

    const accessLog = new LogGroup(this, 'access-log', {
      logGroupName: `/bao-tin/${stage}/access`,
      retention: settings.logRetentionDays,
      encryptionKey: dataKey,
      removalPolicy: removalPolicyOf(settings),
    });
    this.stage = new HttpStage(this, 'stage', {
      httpApi: this.api,
      autoDeploy: true,
      throttle: { rateLimit: settings.requestsPerSecond, burstLimit: 2 * settings.requestsPerSecond },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(accessLogged)),
      },
    });
    if (domain) this.named = answersUnder(this, domain, this.api, this.stage);
    // A quarter of all, and no less than twice as many as receipts may come.
    const strangers = Math.ceil(Math.max(settings.requestsPerSecond / 4, 2 * settings.smsPerSecond));
    this.forStrangers = { ThrottlingRateLimit: strangers, ThrottlingBurstLimit: 2 * strangers };
    this.wards = new HttpAuthorizer(this, 'wards', {
      httpApi: this.api,
      authorizerName: 'wards',
      type: HttpAuthorizerType.JWT,
      identitySource: ['$request.header.Authorization'],
      jwtIssuer: this.url,
      jwtAudience: ['bao-tin'],
    });
    this.wards.node.addDependency(this.stage);
    this.pages = new NestedStack(scope, 'pages', {
      description: 'The addresses of the pages that officers work on',
    });

    const every = { period: Duration.minutes(5), statistic: Stats.SUM };
    this.metrics = [
      this.api.metricCount(every),
      this.api.metricClientError(every),
      this.api.metricServerError(every),
      this.api.metricLatency({ ...every, statistic: Stats.percentile(99) }),
    ];
    watchDoor(deployment, { id, whoIsHurt, serverErrors: this.api.metricServerError(every), accessLog });
  }

  /** Anybody may call these; each says why. None of them may use up what wards need: each has a limit of its own. */
  open(fn: WardFunction, reason: string, ...keys: RouteKey[]): void {
    this.letAnybody(this, fn, reason, keys);
  }

  /** As `open`, for the pages that ask for the session of an officer themselves. */
  openPages(fn: WardFunction, reason: string, ...keys: RouteKey[]): void {
    this.letAnybody(this.pages, fn, reason, keys);
  }

  private letAnybody(place: Construct, fn: WardFunction, reason: string, keys: RouteKey[]): void {
    for (const route of this.routes(place, fn, keys)) {
      Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason });
      this.stage.node.addDependency(route);
    }
    const stage = this.stage.node.defaultChild as CfnStage;
    for (const key of keys)
      stage.addPropertyOverride(`RouteSettings.${key.replaceAll('.', String.raw`\.`)}`, this.forStrangers);
  }

  /** This function waits until the issuer answers, and the authorizer waits for it. */
  awaits(fn: WardFunction): void {
    const issuer = new CustomResource(this, 'issuer-answers', {
      serviceToken: fn.lambda.functionArn,
      resourceType: 'Custom::IssuerAnswers',
      // Longer than the function runs: it answers by itself, and nobody waits an hour for one that cannot.
      serviceTimeout: fn.timeout.plus(Duration.minutes(1)),
      properties: { issuer: this.url },
    });
    issuer.node.addDependency(this.stage, fn, ...(this.named ? [this.named] : []));
    this.wards.node.addDependency(issuer);
  }

  /** Only a token with this scope gets through to these. */
  protect(fn: WardFunction, scope: Scope, ...keys: RouteKey[]): void {
    const authorizer: IHttpRouteAuthorizer = {
      bind: () => ({
        authorizerId: this.wards.authorizerId,
        authorizationType: HttpAuthorizerType.JWT,
        authorizationScopes: [scope],
      }),
    };
    this.routes(this, fn, keys, authorizer);
  }

  private routes(
    place: Construct,
    fn: WardFunction,
    keys: RouteKey[],
    authorizer?: IHttpRouteAuthorizer,
  ): HttpRoute[] {
    // One permission a function instead of one a route: a stack may hold 500 resources, and every act is a route.
    const integration = new HttpLambdaIntegration(`${fn.node.id}-integration`, fn.lambda, {
      scopePermissionToRoute: false,
    });
    return keys.map((key) => {
      const [method, path] = key.split(' ') as [HttpMethod, string];
      return new HttpRoute(place, key, {
        httpApi: this.api,
        routeKey: HttpRouteKey.with(path, method),
        integration,
        ...(authorizer && { authorizer }),
      });
    });
  }
}
