import {
	NodeApiError,
	NodeOperationError,
	type IExecuteFunctions,
	type JsonObject,
} from 'n8n-workflow';
import type { Caller } from './exchange';

export interface Refusal {
	/** What happened, in the vendor's words where there are any. */
	message: string;
	/** What to do about it. */
	description: string;
	/** HTTP status or the one that it amounts to. */
	status?: number;
	/** HTTP status and code as they came, for what may be shown to anyone. */
	answered?: string;
	/** The vendor's code for it, where it has one. */
	vendorCode?: number | string;
	/** The field or parameter that the vendor names. */
	culprit?: string;
}

/** A vendor's refusal as n8n shows it: what happened, and how to fix it. */
export function refusal(
	context: Pick<Caller, 'getNode'>,
	{ message, description, status, ...details }: Refusal,
): NodeApiError {
	const httpCode = status === undefined ? undefined : String(status);
	const error = new NodeApiError(
		context.getNode(),
		{ message, description },
		{ message, description, httpCode },
	);
	Object.assign(error.context, details);
	return error;
}

/** What a refusal carries besides words; nothing for any other error. */
export const detailsOf = (error: unknown) =>
	((error as { context?: unknown } | undefined)?.context ?? {}) as Pick<
		Refusal,
		'answered' | 'vendorCode' | 'culprit'
	>;

/** Names the item on whatever went wrong; n8n returns errors of its own kind unchanged. */
export function toNodeError(
	context: IExecuteFunctions,
	error: unknown,
	item: number,
): NodeApiError | NodeOperationError {
	const nodeError =
		error instanceof NodeOperationError || error instanceof NodeApiError
			? error
			: new NodeApiError(context.getNode(), error as JsonObject);
	nodeError.context.itemIndex ??= item;
	return nodeError;
}

/** The HTTP status of an error, read without instanceof: n8n may hold a second copy of its classes. */
export function statusOf(error: unknown): number | undefined {
	const code = Number((error as { httpCode?: unknown } | undefined)?.httpCode ?? NaN);
	return Number.isInteger(code) && code > 0 ? code : undefined;
}

/** Whether an error means that the thing is not there. */
export const isGone = (error: unknown) => [404, 410].includes(statusOf(error) ?? 0);

/** Whether the vendor refuses the caller, so that asking again for the next item is no use. */
export function isLockOut(error: unknown): boolean {
	return statusOf(error) === 401;
}
