/** The least a function can be: what Node itself needs. */
export const handler = async (): Promise<void> => {};
