import type { IDataObject } from 'n8n-workflow';
import { refusal } from '../../shared/operations/errors';
import type { Caller } from '../../shared/operations/exchange';

export const CREDENTIAL = 'zohoSalesIqOAuth2Api';

export interface Token {
	access: string;
	/** Whether it has expired according to n8n. */
	isOverdue: boolean;
}

export async function storedToken(context: Caller): Promise<Token> {
	const { oauthTokenData } = await context.getCredentials<{ oauthTokenData?: IDataObject }>(
		CREDENTIAL,
	);
	return tokenIn(context, oauthTokenData);
}

type Renew = (type: string) => Promise<IDataObject>;

const FORGETFUL =
	'Zoho issues 10 tokens in 10 minutes, and drops the oldest of more than 20 connections';

/** @throws NodeApiError when Zoho returns no token but the one it refuses */
export async function renewedToken(context: Caller, refused: Token): Promise<Token> {
	const renew = context.helpers.refreshOAuth2Token.bind(context) as Renew;
	let said: unknown;
	try {
		const answer = await renew(CREDENTIAL);
		const token = tokenIn(context, answer);
		// Zoho also refuses inside HTTP 200, and n8n then keeps what it had.
		if (token.access !== refused.access) return token;
		said = answer.error_description ?? answer.error;
	} catch (error) {
		said = (error as Error).message;
	}
	const words = typeof said === 'string' ? `. It said: ${said}` : '';
	throw refusal(context, {
		message: 'Zoho did not renew the access token',
		description: `Reconnect the credential. ${FORGETFUL}${words}`,
		status: 401,
		answered: 'Zoho gave no new token',
	});
}

function tokenIn(context: Caller, data: IDataObject | undefined): Token {
	if (typeof data?.access_token === 'string') {
		return { access: data.access_token, isOverdue: Number(data.n8n_expires_at) < Date.now() };
	}
	throw refusal(context, {
		message: 'The credential is not connected to Zoho',
		description: 'Open the credential and click Connect',
		status: 401,
		answered: 'The credential does not contain a token',
	});
}
