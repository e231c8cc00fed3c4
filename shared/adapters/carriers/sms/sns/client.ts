import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { SNSClient, type SNSClientConfig } from '@aws-sdk/client-sns';
import { patience } from '../../http-call.ts';

/** More at once than one function ever sends. */
const maxSockets = 50;

/**
 * An SNS client that asks once. With its defaults the SDK sends one message up to three times when answers get
 * lost, and waits without end when none comes: `requestTimeout` alone only logs a warning, and it ends with the first
 * byte of the answer, hence `socketTimeout`.
 *
 * No connection is kept: one that died while Lambda slept is noticed only after the message was written to it, and
 * would be a doubt each time. A handshake a message is the cheaper price.
 */
export const snsClient = (config: SNSClientConfig = {}, { connect, answer } = patience): SNSClient =>
  new SNSClient({
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
