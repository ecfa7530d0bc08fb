import { ownToken } from '../shared/webhook/ownToken';
import { vendor } from './vendor';

const { lifecycle, requireHeader, ...token } = ownToken({ vendor, header: 'X-Messangi-Token' });

export const { credentialType, headerIn, testWebhookCredential } = token;

/** Messangi has no API for webhooks, so activation checks that its calls can arrive and be proved. */
export const messangiWebhook = lifecycle(requireHeader);
