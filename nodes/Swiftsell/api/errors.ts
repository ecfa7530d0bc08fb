import { isObject, textOf } from '../../shared/fields';
import { detailsOf, type Refusal } from '../../shared/operations/errors';
import type { HttpAnswer } from '../../shared/operations/exchange';

/** What to do about each code (docs.swiftsell.biz; help.reply.cx, public APIs). */
const ADVICE: Readonly<Record<string, string>> = {
	ACCOUNT_DETAILS_NOT_FOUND:
		'Check the account ID in the credential: it is the number after /account/ in the address of the dashboard',
	BAD_REQUEST: 'Check the fields of this operation; what it needs is not fully documented',
	JWT_SIGNATURE_EXCEPTION:
		'Copy the account token again from Settings > Account Settings; it is not the token for webhooks',
	KNOWLEDGE_BASE_NOT_FOUND: 'Check the ID of the knowledge base: Knowledge Base: Create gives it',
	MAX_KNOWLEDGE_BASE_COUNT_EXCEEDED:
		'The plan allows no more knowledge bases: remove one in the dashboard',
	UNAUTHORIZED_FEATURE: 'The plan of the account lacks this feature: ask Swiftsell for it',
};

const INCOMPLETE =
	'Swiftsell documents this call incompletely. If a field is missing, add it under Additional Body Fields (JSON).';

/** A refusal in words: what happened, and how to fix it. */
export function refusalOf({ status: came, body }: HttpAnswer): Refusal {
	const said: Record<string, unknown> = isObject(body) ? body : {};
	const code = textOf(said.error) ?? textOf(said.code);
	const words = textOf(said.message) ?? code;
	const status = came >= 400 ? came : statusIn(said.status);
	const vendorCode = (knownAdvice(code) && code) ?? 'a code that is not documented';
	return {
		message:
			words === null
				? `Swiftsell did not accept the call (HTTP ${came})`
				: `Swiftsell says: ${words}${code !== null && code !== words ? ` (${code})` : ''}`,
		description: adviceOn(code, status),
		status,
		// Only known words: others may repeat what was asked.
		vendorCode: isObject(body) ? vendorCode : undefined,
		answered: `HTTP ${came}, ${isObject(body) ? vendorCode : 'not an answer from the API'}`,
	};
}

/** Whether an error of ours is a refusal by the API itself, not by something in front of it. */
export const isAnswered = (error: unknown) => detailsOf(error).vendorCode !== undefined;

/** What to do about an error of ours, without Swiftsell's own words. */
export const todoAbout = (error: unknown): string | undefined =>
	knownAdvice(String(detailsOf(error).vendorCode));

const knownAdvice = (code: string | null) =>
	code !== null && Object.hasOwn(ADVICE, code) ? ADVICE[code] : undefined;

function adviceOn(code: string | null, status: number | undefined): string {
	const known = knownAdvice(code);
	if (known !== undefined) return known;
	if (code?.startsWith('CONVERSATION_CREATION_')) {
		return 'Check the bot key, and that the bot is built for this channel and deployed';
	}
	if (status === 401 || status === 403) return ADVICE.JWT_SIGNATURE_EXCEPTION ?? '';
	if (status === 404) {
		return 'Check the ID. For a conversation, try conversation.id of the trigger, then the last part of the conversation URL, then the numeric ID.';
	}
	return INCOMPLETE;
}

/** A status that the answer names itself; 200 with `ok: false` says nothing. */
function statusIn(value: unknown): number | undefined {
	return typeof value === 'number' && value >= 400 && value < 600 ? value : undefined;
}
