import { plainLine } from '../plain';

const MAX_LENGTH = 300;

/**
 * What a vendor says, for an item or a log: one line of at most 300 characters, without email
 * addresses, as vendors may repeat what they were asked for.
 */
export function sentenceOf(said: string): string {
	// Nothing longer is searched, whatever the vendor sent.
	const start = plainLine(said.slice(0, 2 * MAX_LENGTH))?.replace(/\s+/g, ' ') ?? '';
	const line = start.replace(/[^\s"'<>]{1,64}@[^\s"'<>]{1,255}/g, '…');
	return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line;
}
