import { answering, type Ask, type Statement } from './statement.ts';

/** Who asks: a role of this account by its ARN, or a service of AWS by its name. */
export type Principal = { role: string } | { service: string };

/** What bears on one ask: what the asker's own policies say, and what the policy of the thing itself says. */
export type Policies = {
  identity: readonly Statement[];
  /** Undefined for a thing without a policy. */
  resource: readonly Statement[] | undefined;
  /** A KMS key is ruled by its own policy alone: the asker's count only as far as it hands over to the account. */
  ruledByItself?: boolean;
};

/** The words of the statement that allows, for the record of what is used. */
export type Grant = { of: 'identity' | 'resource'; statement: Statement; action: string; resource: string };

export type Verdict =
  | { is: 'allowed'; by: Grant }
  | { is: 'denied'; why: 'an explicit deny' | 'no policy allows it' };

const accountOf = (arn: string): string => arn.split(':')[4] ?? '';

/** Whether a resource's policy means this asker: by name, as one of its account, or not. */
const meant = (
  { principals = [] }: Statement,
  who: Principal,
): 'by name' | 'as one of the account' | undefined => {
  if (principals.includes('*')) return 'by name';
  if ('service' in who) return principals.includes(`Service:${who.service}`) ? 'by name' : undefined;
  if (principals.includes(`AWS:${who.role}`)) return 'by name';
  const account = accountOf(who.role);
  const all = [`AWS:${account}`, `AWS:arn:aws:iam::${account}:root`];
  return principals.some((one) => all.includes(one)) ? 'as one of the account' : undefined;
};

/**
 * IAM's own order within one account: an explicit deny ends it, wherever it stands; then one allow is enough, of the asker's
 * policies or of the thing's own, if that names the asker. Boundaries, sessions and other accounts are not looked at.
 */
export const judge = (
  who: Principal,
  ask: Ask,
  { identity, resource = [], ruledByItself }: Policies,
): Verdict => {
  const about = resource.map((statement) => ({ statement, meant: meant(statement, who) }));
  const denies = [
    ...identity,
    ...about.filter(({ meant: how }) => how !== undefined).map(({ statement }) => statement),
  ].some((statement) => statement.effect === 'Deny' && answering(statement, ask) !== undefined);
  if (denies) return { is: 'denied', why: 'an explicit deny' };

  const grant = (of: Grant['of'], statements: readonly Statement[]): Grant | undefined => {
    for (const statement of statements) {
      const words = statement.effect === 'Allow' ? answering(statement, ask) : undefined;
      if (words !== undefined) return { of, statement, ...words };
    }
    return undefined;
  };
  const of = (how: 'by name' | 'as one of the account') =>
    grant(
      'resource',
      about.filter((one) => one.meant === how).map(({ statement }) => statement),
    );
  const handsOver = !ruledByItself || of('as one of the account') !== undefined;
  const by = (handsOver ? grant('identity', identity) : undefined) ?? of('by name');
  return by === undefined ? { is: 'denied', why: 'no policy allows it' } : { is: 'allowed', by };
};
