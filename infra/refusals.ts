import type { Stage } from './stages.ts';

/** Two labels at least, and none of AWS's own addresses, which go with the API that they were given to. */
const ownName = /^(?!.*\.amazonaws\.com$)(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** As everything in the table is dated. */
const isInstant = (text: string): boolean => {
  const read = new Date(text);
  return !Number.isNaN(read.getTime()) && read.toISOString() === text;
};

const isStreamOf = ({ table, stream }: NonNullable<Stage['restored']>, region: string): boolean =>
  new RegExp(`^arn:aws:dynamodb:${region}:\\d{12}:table/([\\w.-]{3,255})/stream/[\\d:.T-]+$`).exec(
    stream,
  )?.[1] === table;

/** Why a stage may not be deployed as it is described, each in a sentence that says what to do; none, and it may. */
export const refusals = ({ keepsData, alarmEmail, domain, region, account, restored }: Stage): string[] => {
  const found: string[] = [];
  if (keepsData && alarmEmail === undefined)
    found.push('Nobody would hear its alarms: name an alarmEmail in infra/stages.ts.');
  if (keepsData && domain === undefined)
    found.push(
      'The codes it prints on letters and labels would die with its API: name a domain and its certificate in infra/stages.ts.',
    );
  if (account !== undefined && !/^\d{12}$/.test(account))
    found.push(`An account of AWS has twelve digits, and ${account} has not.`);
  if (domain && account !== undefined && !domain.certificateArn.includes(`:${account}:`))
    found.push(`The certificate of ${domain.name} has to lie in account ${account}: name its ARN there.`);
  if (domain && !ownName.test(domain.name))
    found.push(`${domain.name} is no name of an office: write it like bao-tin.tinh.example.vn.`);
  if (domain && !new RegExp(`^arn:aws:acm:${region}:\\d{12}:certificate/.+$`).test(domain.certificateArn))
    found.push(`The certificate of ${domain.name} has to lie in ${region}: name its ARN there.`);
  if (restored && !isStreamOf(restored, region))
    found.push(
      `The stream of ${restored.table} has to be that table’s own, in ${region}: name its LatestStreamArn.`,
    );
  if (restored && !isInstant(restored.lostUntil))
    found.push(
      `lostUntil is when the old street stopped sending, in universal time like 2026-03-02T03:00:00.000Z, not ${restored.lostUntil}.`,
    );
  return found;
};
