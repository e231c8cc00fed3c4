import type { Resource, Template } from '../../../infra/local/template/resource.ts';

/** Where the tests' system would be. */
export const here = { api: 'http://127.0.0.1:4000', sqs: 'http://127.0.0.1:9324' };

export const aTable: Resource = {
  Type: 'AWS::DynamoDB::GlobalTable',
  Properties: {
    TableName: 'bao-tin',
    AttributeDefinitions: ['pk', 'sk', 'duePk', 'dueSk'].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S',
    })),
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    BillingMode: 'PAY_PER_REQUEST',
    GlobalSecondaryIndexes: [
      {
        IndexName: 'due-index',
        KeySchema: [
          { AttributeName: 'duePk', KeyType: 'HASH' },
          { AttributeName: 'dueSk', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
    Replicas: [{ Region: { Ref: 'AWS::Region' } }],
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
  },
};

export const aQueue = (properties: Record<string, unknown> = {}): Resource => ({
  Type: 'AWS::SQS::Queue',
  Properties: properties,
});

export const aFunction = (entry: string, properties: Record<string, unknown> = {}): Resource => ({
  Type: 'AWS::Lambda::Function',
  Metadata: { 'bao-tin:entry': entry },
  Properties: {
    Handler: 'index.handler',
    Runtime: 'nodejs24.x',
    Code: { S3Bucket: { 'Fn::Sub': 'cdk-assets-${AWS::AccountId}' }, S3Key: 'x.zip' },
    Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
    ...properties,
  },
});

export const arnOf = (id: string, attribute = 'Arn') => ({ 'Fn::GetAtt': [id, attribute] });

export const aRoute = (
  key: string,
  target: string,
  more: Record<string, unknown> = {},
): Template['Resources'] => ({
  [`${target}Integration`]: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: {
      ApiId: { Ref: 'Api' },
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: arnOf(target),
      PayloadFormatVersion: '2.0',
    },
  },
  [`Route${key.replaceAll(/\W+/g, '')}`]: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId: { Ref: 'Api' },
      RouteKey: key,
      Target: { 'Fn::Join': ['', ['integrations/', { Ref: `${target}Integration` }]] },
      ...more,
    },
  },
});

/** An API whose tokens come from itself. */
export const anApi: Template['Resources'] = {
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'Api', ProtocolType: 'HTTP' } },
  Stage: {
    Type: 'AWS::ApiGatewayV2::Stage',
    Properties: { ApiId: { Ref: 'Api' }, AutoDeploy: true, StageName: '$default' },
  },
  Tokens: {
    Type: 'AWS::ApiGatewayV2::Authorizer',
    Properties: {
      ApiId: { Ref: 'Api' },
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Audience: ['bao-tin'], Issuer: arnOf('Api', 'ApiEndpoint') },
      Name: 'tokens',
    },
  },
};
export const withToken = (...scopes: string[]) => ({
  AuthorizationType: 'JWT',
  AuthorizerId: { Ref: 'Tokens' },
  AuthorizationScopes: scopes,
});
