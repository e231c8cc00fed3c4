import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import {
  PinpointSMSVoiceV2Client,
  type PinpointSMSVoiceV2ClientConfig,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { patience } from '../../http-call.ts';

/** More at once than one function ever sends. */
const maxSockets = 50;

/**
 * A client that asks once. `SendTextMessage` has no idempotency token, so the SDK's own second try could be a second
 * message; and no connection is kept, since one that died while Lambda slept would be a doubt each time.
 */
export const eumClient = (
  config: PinpointSMSVoiceV2ClientConfig = {},
  { connect, answer } = patience,
): PinpointSMSVoiceV2Client =>
  new PinpointSMSVoiceV2Client({
    ...config,
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: connect,
      requestTimeout: answer,
      socketTimeout: answer,
      throwOnRequestTimeout: true,
      httpAgent: new HttpAgent({ keepAlive: false, maxSockets }),
      httpsAgent: new HttpsAgent({ keepAlive: false, maxSockets }),
    },
  });
