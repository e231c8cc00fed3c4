import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Stage } from './stages.ts';
import { carriers } from './street/carriers.ts';
import { choices } from './street/choices.ts';
import { theClock } from './street/clock.ts';
import { desk } from './street/desk.ts';
import { layFoundations } from './street/house.ts';
import { post } from './street/post.ts';
import { postalCarriers } from './street/postal-carriers.ts';
import { letters } from './street/letters.ts';
import { status } from './street/status.ts';
import { tokens } from './street/tokens.ts';

type BaoTinProps = { stage: string; settings: Stage };

/** The whole system, in the order a status event walks through it (see docs/how-it-works.md). */
export class BaoTinStack extends Stack {
  constructor(scope: Construct, id: string, { stage, settings }: BaoTinProps) {
    super(scope, id, {
      env: { region: settings.region },
      description: `Bao Tin ${stage}: tells citizens what happens to their dossiers`,
      terminationProtection: settings.keepsData,
    });
    const house = layFoundations(this, stage, settings);

    tokens(house);
    status(house);
    const { deliveryRole } = carriers(house);
    letters(house);
    theClock(house);
    choices(house);
    desk(house);
    post(house);
    postalCarriers(house);

    const outputs = {
      Url: house.door.url,
      TableName: house.table.name,
      DataKeyArn: house.keys.data.keyArn,
      SmsDeliveryRoleArn: deliveryRole,
    };
    Object.entries(outputs).map(([name, value]) => new CfnOutput(this, name, { value }));
  }
}
