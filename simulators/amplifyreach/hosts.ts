/**
 * The one host name of the platform that is known (contract §5): it serves the chat widget. No API
 * is documented, so whoever calls it gets a 404, and a test sees that somebody did.
 */
export const hosts: readonly string[] = ['apps.amplifyreach.com'];
