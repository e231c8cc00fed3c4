/** How long a file may take (milliseconds): somebody is looking at an empty page meanwhile. */
const patience = 10_000;

/** What lies behind a link to a file of ours; undefined where nothing does, or no longer. */
export const bytesAt = async (url: string): Promise<Uint8Array | undefined> => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(patience) });
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
};
