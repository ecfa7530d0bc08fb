import { createHmac } from 'node:crypto';

/**
 * The value of `x-iadvize-signature` (contract §2.3): HMAC-SHA256 over the body's exact bytes, or
 * over the query string without its `?` for GET. The secret's text is the key as it stands.
 */
export function signatureOf(message: Buffer | string, secret: string): string {
	return `sha256=${createHmac('sha256', secret).update(message).digest('hex')}`;
}
