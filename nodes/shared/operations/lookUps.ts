import type { IExecuteFunctions } from 'n8n-workflow';
import type { CompletedEvent } from '../completedEvent';
import { isGone, isLockOut, refusal, statusOf } from './errors';
import { sentenceOf } from './sentence';

export type LookUp = CompletedEvent['lookedUp'][number];

/** One question to a vendor, which others do not depend on. */
interface Question<T> {
	/** As it is reported: `conversation`, `visitor`, `transcript`. */
	what: string;
	/** What is said when the vendor has none. */
	ifNone: string;
	/** Whether it could provide the visitor's email address, which most workflows need. */
	isEssential?: boolean;
	/** The credential that it needs, by its type. */
	credential?: string;
	/** Returns null when there is none; `inPart` says that part of the answer is missing. */
	ask: (inPart: (error: Error) => void) => Promise<T | null>;
}

interface Failure {
	error: Error;
	isEssential: boolean;
}

/**
 * What a run has seen of its credentials. Repeated failed logins get an account blocked, so one
 * that was refused is not tried again for each item; but one that works for some calls stays in use
 * for those.
 */
class Logins {
	private readonly refused = new Map<string, Error>();

	private readonly good = new Set<string>();

	/** The credential as a whole, or one question that no email address depends on. */
	refusalOf({ credential, what }: Asked): Error | undefined {
		return this.refused.get(credential) ?? this.refused.get(`${credential}/${what}`);
	}

	accept({ credential }: Asked): void {
		this.good.add(credential);
	}

	/** Whether it is refused for good: once, or a second time in a row if it has answered before. */
	refuse({ credential, what, isEssential }: Asked, error: Error): boolean {
		if (this.good.delete(credential)) return false;
		this.refused.set(isEssential ? credential : `${credential}/${what}`, error);
		return true;
	}

	/** Whether all of them are refused, so that no later item can be asked for either. */
	areRefused(credentials: readonly string[]): boolean {
		return credentials.every((one) => this.refused.has(one));
	}
}

type Asked = Required<Pick<Question<unknown>, 'what' | 'credential' | 'isEssential'>>;

const runs = new WeakMap<IExecuteFunctions, Logins>();

/**
 * Looks up one thing after the other and reports the outcome of each. Failures are reported and
 * stop nothing, until `requireAnswers` weighs all of them.
 */
export class LookUps {
	readonly told: LookUp[] = [];

	private readonly failures: Failure[] = [];

	private answers = 0;

	private readonly logins: Logins;

	constructor(private readonly context: IExecuteFunctions) {
		this.logins = runs.get(context) ?? new Logins();
		runs.set(context, this.logins);
	}

	/** What cannot be asked, and why. */
	skip(what: string, reason: string): void {
		this.told.push({ what, found: false, reason: sentenceOf(reason) });
	}

	async look<T>(question: Question<T>): Promise<T | undefined> {
		const { what, ifNone, isEssential = false, credential = '', ask } = question;
		const asked = { what, credential, isEssential };
		const before = this.logins.refusalOf(asked);
		if (before) {
			this.fail(what, before, isEssential);
			return undefined;
		}
		let missing: Error | undefined;
		const inPart = (error: Error) => {
			missing = error;
			this.failures.push({ error, isEssential });
		};
		try {
			const found = (await ask(inPart)) ?? undefined;
			this.logins.accept(asked);
			const reason = missing?.message ?? (found === undefined ? ifNone : undefined);
			this.answers += 1;
			this.told.push({
				what,
				found: found !== undefined,
				reason: reason === undefined ? null : sentenceOf(reason),
			});
			return found;
		} catch (error) {
			this.fail(what, this.weighed(asked, error as Error), isEssential);
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
	 * @throws NodeApiError or NodeOperationError; its status is 401 only when every credential of the
	 *   node was refused: the next item may need another one
	 */
	requireAnswers({ isEmailTold }: { isEmailTold: boolean }): void {
		const isSilent = this.answers === 0;
		const failed = isSilent
			? this.failures
			: this.failures.filter((one) => one.isEssential && !isEmailTold && !isLasting(one.error));
		const [first, ...others] = new Map(failed.map(({ error }) => [error.message, error])).values();
		if (!first) return;
		const all = [first, ...others];
		const own = Object.keys(this.context.getNode().credentials ?? {});
		const areLockOuts = all.every(isLockOut);
		const isOut = areLockOuts && this.logins.areRefused(own);
		if (others.length === 0 && isOut === areLockOuts) throw first;
		const lockOut = isOut ? 401 : 403;
		throw refusal(this.context, {
			message: all.map(({ message }) => message).join('; '),
			description: all
				.map(({ description }: Error & { description?: string | null }) => description)
				.filter(Boolean)
				.join('. '),
			status: areLockOuts ? lockOut : all.map(statusOf).find((status) => status !== 401),
		});
	}

	/** A refusal concerns the credential, or only this call. */
	private weighed(asked: Asked, error: Error): Error {
		// Only callers who may ask are told "there is no such thing".
		if (isGone(error)) this.logins.accept(asked);
		if (!isLockOut(error) || this.logins.refuse(asked, error)) return error;
		return refusal(this.context, {
			message: 'The credential is accepted, but not for this',
			description: 'Give its user or key the right to read this',
			status: 403,
		});
	}

	private fail(what: string, error: Error, isEssential: boolean): void {
		// "There is no such thing" is an answer.
		if (isGone(error)) this.answers += 1;
		else this.failures.push({ error, isEssential });
		this.told.push({ what, found: false, reason: sentenceOf(error.message) });
	}
}

/** Whether asking again is no use; 401, 403 and 429 can be fixed or pass. */
function isLasting(error: Error): boolean {
	const status = statusOf(error);
	if (error.name === 'NodeOperationError') return true;
	return status !== undefined && [400, 404, 405, 410, 422].includes(status);
}
