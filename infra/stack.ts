import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { placeOf } from './constructs/deployment.ts';
import type { Stage } from './stages.ts';
import { carriers } from './stack/carriers.ts';
import { choices } from './stack/choices.ts';
import { citizens } from './stack/citizens.ts';
import { theClock } from './stack/clock.ts';
import { desk } from './stack/worklist.ts';
import { pages } from './stack/desk.ts';
import { pagesBeside } from './stack/desk-beside.ts';
import { layFoundations } from './stack/foundation.ts';
import { post } from './stack/post/post.ts';
import { postalCarriers } from './stack/post/carriers.ts';
import { files } from './stack/files.ts';
import { letters } from './stack/letters.ts';
import { status } from './stack/status.ts';
import { tokens } from './stack/tokens.ts';
import { watching } from './stack/watching.ts';

type BaoTinProps = {
  stage: string;
  settings: Stage;
  /** Whether the stack does not stand yet: nothing is protected from deletion until one deployment went through. */
  first?: boolean;
};

/** The whole system, in the order a status event walks through it (see docs/how-it-works.md). */
export class BaoTinStack extends Stack {
  constructor(scope: Construct, id: string, { stage, settings, first = false }: BaoTinProps) {
    super(scope, id, {
      env: placeOf(settings),
      description: `Bao Tin ${stage}: tells citizens what happens to their dossiers`,
      terminationProtection: settings.keepsData && !first,
    });
    const house = layFoundations(this, { stage, settings, first });

    tokens(house);
    status(house);
    files(house);
    const { deliveryRole, inbound } = carriers(house);
    letters(house);
    theClock(house);
    choices(house);
    desk(house);
    post(house);
    postalCarriers(house);
    pages(house);
    pagesBeside(house);
    citizens(house, inbound);
    watching(house);

    const outputs = {
      Url: house.door.url,
      TableName: house.table.name,
      DocumentsBucket: house.documents.name,
      DataKeyArn: house.keys.data.keyArn,
      SmsDeliveryRoleArn: deliveryRole,
    };
    Object.entries(outputs).map(([name, value]) => new CfnOutput(this, name, { value }));
  }
}
