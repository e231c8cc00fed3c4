import { PolicyDocument, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/**
 * A role that a service of AWS takes, with all that it may do written into it. A policy of its own beside each role says the
 * same, and a stack may hold 500 resources; whoever waits for the role then waits for its rights as well.
 */
export class WardRole extends Role {
  private readonly rights: PolicyDocument;

  constructor(scope: Construct, id: string, takenBy: `${string}.amazonaws.com`) {
    const rights = new PolicyDocument();
    super(scope, id, { assumedBy: new ServicePrincipal(takenBy), inlinePolicies: { rights } });
    this.rights = rights;
  }

  /** Adds this to what the role may do, or may not. */
  say(statement: PolicyStatement): void {
    this.rights.addStatements(statement);
  }
}
