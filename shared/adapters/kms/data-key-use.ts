/** What data keys are bound to in KMS; the stack lets roles use its key for nothing else. */
export const dataKeyUse = 'bao-tin-data-key';
