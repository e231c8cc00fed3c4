// A handler that cannot be loaded.
export const handler = undefined;

throw new Error('its environment is not complete');
