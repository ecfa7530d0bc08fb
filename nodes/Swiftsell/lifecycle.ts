import { ownToken } from '../shared/webhook/ownToken';
import { vendor } from './vendor';

const { lifecycle, ...token } = ownToken({ vendor });

export const { credentialType, testWebhookCredential } = token;

/**
 * Swiftsell's API for webhooks takes the account's only address and can neither read nor remove it,
 * so that is done by hand; activation checks that calls can arrive and be proved.
 */
export const swiftsellWebhook = lifecycle();
