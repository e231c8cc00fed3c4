/**
 * Runs `build` once per cold start and gives every later call what it made. A build that failed is tried again by
 * the next call, so that one bad moment does not poison a warm function.
 */
export const onColdStart = <Built>(build: () => Built | Promise<Built>): (() => Promise<Built>) => {
  let built: Promise<Built> | undefined;
  return () => {
    built ??= Promise.resolve()
      .then(build)
      .catch((error: unknown) => {
        built = undefined;
        throw error;
      });
    return built;
  };
};
