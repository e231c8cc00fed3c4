// Tells whoever scans the code on a label whom the papers should go back to.
import { dynamoClient } from '../../shared/adapters/dynamodb/client.ts';
import { dynamoArrangements } from '../../shared/adapters/dynamodb/post/arrangements.ts';
import { dynamoParcelCodes } from '../../shared/adapters/dynamodb/post/parcels.ts';
import { now } from '../../shared/adapters/lambda/clock.ts';
import { given, readEnv } from '../../shared/adapters/lambda/env.ts';
import { httpFunction } from '../../shared/adapters/lambda/http/http.ts';
import { parcelRoutes } from '../../shared/adapters/lambda/page/citizen/parcel-routes.ts';
import { citizenSurprise } from '../../shared/adapters/lambda/page/citizen/refusals.ts';

// What offices have arranged is about no citizen: neither the data key nor anything sealed is within reach here.
const build = () => {
  const { TABLE_NAME } = readEnv({ TABLE_NAME: given });
  const dynamodb = dynamoClient();
  return {
    ...dynamoArrangements(dynamodb, TABLE_NAME, now),
    codes: dynamoParcelCodes(dynamodb, TABLE_NAME, now),
  };
};

export const handler = httpFunction(build, parcelRoutes, citizenSurprise);
