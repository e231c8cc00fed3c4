import { CfnOutput, Stack } from 'aws-cdk-lib';
import { CfnApiMapping, CfnDomainName, type HttpApi, type HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import type { Stage } from '../../stages.ts';
import { placeOf, removalPolicyOf } from '../deployment.ts';

/** `https://bao-tin.tinh.example.vn`: what is printed on letters and labels, and what tokens say they are from. */
export const urlOf = ({ name }: NonNullable<Stage['domain']>): string => `https://${name}`;

/**
 * The name that the API answers under, in a stack of its own: it is deployed first, its target is entered at whoever keeps the
 * zone, and it stays the same whatever becomes of the API behind it. Codes that are printed lead here.
 */
export class DomainStack extends Stack {
  readonly target: CfnOutput;

  constructor(
    scope: Construct,
    id: string,
    { domain: { name, certificateArn }, settings }: { domain: NonNullable<Stage['domain']>; settings: Stage },
  ) {
    super(scope, id, {
      env: placeOf(settings),
      description: `Bao Tin: the name ${name}`,
      terminationProtection: settings.keepsData,
    });
    const domain = new CfnDomainName(this, 'domain', {
      domainName: name,
      domainNameConfigurations: [
        { certificateArn, endpointType: 'REGIONAL', securityPolicy: 'TLS_1_2', ipAddressType: 'dualstack' },
      ],
    });
    domain.applyRemovalPolicy(removalPolicyOf(settings));
    this.target = new CfnOutput(this, 'Target', {
      value: domain.attrRegionalDomainName,
      description: `Enter a CNAME from ${name} to this before the system itself is deployed.`,
    });
  }
}

/** Behind the name stands this API. */
export const answersUnder = (
  scope: Construct,
  { name }: NonNullable<Stage['domain']>,
  api: HttpApi,
  stage: HttpStage,
): CfnApiMapping =>
  new CfnApiMapping(scope, 'under-its-name', {
    apiId: api.apiId,
    domainName: name,
    stage: stage.stageName,
  });
