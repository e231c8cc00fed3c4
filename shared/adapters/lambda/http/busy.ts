/**
 * How AWS's services say that they cannot keep up just now, by the names of their errors; nothing was done, and the same
 * request succeeds later. A cancelled transaction says it in its reasons.
 */
const busyNames = new Set([
  'ProvisionedThroughputExceeded',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingError',
  'ThrottlingException',
  'TooManyRequestsException',
  'TransactionConflict',
  'TransactionConflictException',
  'TransactionInProgressException',
]);

type Told = {
  name?: unknown;
  CancellationReasons?: readonly { Code?: string }[];
  $retryable?: { throttling?: boolean };
  $metadata?: { httpStatusCode?: number };
  cause?: unknown;
  errors?: readonly unknown[];
};

/** Whether this error says that something we stand on is busy, itself or in what it was caused by. */
export const isBusy = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false;
  const { name, CancellationReasons = [], $retryable, $metadata, cause, errors = [] } = error as Told;
  return (
    busyNames.has(String(name)) ||
    $retryable?.throttling === true ||
    [429, 503].includes($metadata?.httpStatusCode ?? 0) ||
    CancellationReasons.some(({ Code }) => busyNames.has(Code ?? '')) ||
    isBusy(cause) ||
    errors.some(isBusy)
  );
};
