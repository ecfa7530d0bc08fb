import type { IExecuteFunctions } from 'n8n-workflow';
import type { CompletedEvent } from '../conversation';
import { isLockOut, refusal, statusOf } from './errors';
import { sentenceOf } from './sentence';

export type LookUp = CompletedEvent['lookedUp'][number];

/** One question to a vendor, which others do not depend on. */
interface Question<T> {
	/** As it is told: `conversation`, `visitor`, `transcript`. */
	what: string;
	/** What is said when the vendor knows none. */
	ifNone: string;
	/** Whether it could bring the visitor's email address, which most workflows are about. */
	isEssential?: boolean;
	/** The credential that it needs: one that was refused is not tried again for each item. */
	credential?: string;
	/** Gives null when there is none; `inPart` says that something of the answer is missing. */
	ask: (inPart: (error: Error) => void) => Promise<T | null>;
}

interface Failure {
	error: Error;
	isEssential: boolean;
}

/** Of a run: a login that was refused once. */
const refused = new WeakMap<IExecuteFunctions, Map<string, Error>>();

/**
 * Looks up one thing after the other and tells what came of each. What fails is told and stops
 * nothing, until `requireAnswers` weighs all of it.
 */
export class LookUps {
	readonly told: LookUp[] = [];

	private readonly failures: Failure[] = [];

	private answers = 0;

	constructor(private readonly context: IExecuteFunctions) {}

	/** What cannot be asked, and why. */
	skip(what: string, reason: string): void {
		this.told.push({ what, found: false, reason: sentenceOf(reason) });
	}

	async look<T>(question: Question<T>): Promise<T | undefined> {
		const { what, ifNone, isEssential = false, credential = '', ask } = question;
		let missing: Error | undefined;
		const inPart = (error: Error) => {
			missing = error;
			this.failures.push({ error, isEssential });
		};
		try {
			const before = this.lockOuts.get(credential);
			if (before) throw before;
			const found = (await ask(inPart)) ?? undefined;
			const reason = missing?.message ?? (found === undefined ? ifNone : undefined);
			this.answers += 1;
			this.told.push({
				what,
				found: found !== undefined,
				reason: reason === undefined ? null : sentenceOf(reason),
			});
			return found;
		} catch (error) {
			this.fail(what, error as Error, isEssential, credential);
			return undefined;
		}
	}

	/**
	 * Decides whether a workflow may go on with what was found.
	 *
	 * - Nothing was answered, though something was asked: it fails.
	 * - Nobody told the email address, nor that there is none, and a way to it failed for a reason
	 *   that may pass (no answer, 429, 5xx, an unnamed fault) or that the login has: it fails, so
	 *   that the address is asked for again and no email is lost.
	 * - Else it goes on. What the vendor does not know (404), what is malformed (other 4xx) and what
	 *   could not be asked does not change by asking again.
	 *
	 * @throws NodeApiError or NodeOperationError; its status is 401 when every login was refused
	 */
	requireAnswers({ isEmailTold }: { isEmailTold: boolean }): void {
		const isSilent = this.answers === 0;
		const failed = isSilent
			? this.failures
			: this.failures.filter((one) => one.isEssential && !isEmailTold && !isLasting(one.error));
		const [first, ...others] = new Map(failed.map(({ error }) => [error.message, error])).values();
		if (!first) return;
		if (others.length === 0) throw first;
		const all = [first, ...others];
		throw refusal(this.context, {
			message: all.map(({ message }) => message).join('; '),
			description: all
				.map(({ description }: Error & { description?: string | null }) => description)
				.filter(Boolean)
				.join('. '),
			status: all.every(isLockOut) ? 401 : all.map(statusOf).find((status) => status !== 401),
		});
	}

	private get lockOuts(): Map<string, Error> {
		const known = refused.get(this.context) ?? new Map<string, Error>();
		refused.set(this.context, known);
		return known;
	}

	private fail(what: string, error: Error, isEssential: boolean, credential: string): void {
		if (isLockOut(error)) this.lockOuts.set(credential, error);
		// "There is no such thing" is an answer.
		if (isGone(error)) this.answers += 1;
		else this.failures.push({ error, isEssential });
		this.told.push({ what, found: false, reason: sentenceOf(error.message) });
	}
}

const isGone = (error: unknown) => [404, 410].includes(statusOf(error) ?? 0);

/** Whether asking again is no use; 401, 403 and 429 can be mended or pass. */
function isLasting(error: Error): boolean {
	const status = statusOf(error);
	if (error.name === 'NodeOperationError') return true;
	return status !== undefined && [400, 404, 405, 410, 422].includes(status);
}
