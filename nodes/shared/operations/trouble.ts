import { detailsOf, isGone, statusOf } from './errors';

/** What went wrong with a call, in words of our own: a vendor's may repeat what it was asked. */
export interface Trouble {
	result: 'not there' | 'refused';
	seen: string;
	means: string;
	todo: string;
	/** Whether nothing else can be asked either. */
	isFinal?: boolean;
}

/** What an error of a call is, without a word that came from outside. */
export function troubleOf(error: unknown): Trouble {
	const status = statusOf(error);
	const { answered } = detailsOf(error);
	if (status === undefined && answered === undefined) return unanswered(error);
	return {
		result: isGone(error) ? 'not there' : 'refused',
		seen: answered ?? `HTTP ${status}`,
		...adviceOn(status),
		isFinal: status === 401,
	};
}

function adviceOn(status = 0): Pick<Trouble, 'means' | 'todo'> {
	switch (status) {
		case 401:
			return { means: 'The login is not accepted', todo: 'Correct the credential' };
		case 403:
			return {
				means: 'The login is accepted, but not allowed to do this',
				todo: 'Give its user or key the right to read this',
			};
		case 404:
		case 410:
			return { means: 'There is no such object, or no such call', todo: REPORT };
		case 429:
			return {
				means: 'No more calls are accepted for now',
				todo: 'Wait a few minutes and run it again',
			};
		default:
			return status >= 500
				? { means: 'The vendor is unavailable', todo: 'Run it again later' }
				: { means: 'The call is not understood, or not allowed', todo: REPORT };
	}
}

/** For what the pack cannot know by itself. */
export const REPORT = 'Report this row, so that the pack can be adapted';

/** The code of a network fault, which a node's messages have at the end. */
const FAULT = /: (E[A-Z_]{3,20}|[A-Z]{2,12}(?:_[A-Z]{2,12})+)$/;

function unanswered(error: unknown): Trouble {
	const { name, message } = error as Error;
	if (/^(Type|Range|Syntax|Reference)Error$/.test(name)) {
		const means = 'The answer has a form that the nodes do not expect';
		return { result: 'refused', seen: name, means, todo: REPORT };
	}
	if (name !== 'NodeApiError') {
		return {
			result: 'not there',
			seen: 'nothing was asked',
			means: 'The credential or a field of the node is missing',
			todo: 'Choose the credential, and fill in the fields of the node',
			isFinal: true,
		};
	}
	return {
		result: 'not there',
		seen: FAULT.exec(message)?.[1] ?? 'no answer',
		means: 'Nothing answers there',
		todo: 'Check the host in the credential, and that n8n may reach the internet',
		isFinal: true,
	};
}
