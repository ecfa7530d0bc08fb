import { bodyBytes } from '../../shared/http';
import { badKey, SalesIqError } from '../errors';
import type { Call } from './route';

/** Largest file of a message, in bytes (contract §5.6). */
const MAX_FILE_BYTES = 50 * 1024 * 1024;

interface Upload {
	readonly file: { name: string; size: number };
	readonly comment?: string;
}

export function isMultipart({ request }: Call): boolean {
	return /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '');
}

/** Reads the parts `file` and `comment`; an empty file is error 1018, a large one 1027. */
export async function readUpload({ request }: Call): Promise<Upload> {
	const headers = { 'content-type': request.headers['content-type'] ?? '' };
	// For servers advised against, as it keeps all in memory; here a test sends one file.
	// eslint-disable-next-line @typescript-eslint/no-deprecated
	const form = await new Response(bodyBytes(request), { headers }).formData().catch(() => {
		throw new SalesIqError(1015);
	});
	const file = form.get('file');
	if (file === null || typeof file === 'string') throw badKey('file');
	if (file.size === 0) throw new SalesIqError(1018);
	if (file.size > MAX_FILE_BYTES) throw new SalesIqError(1027);
	const comment = form.get('comment');
	return {
		file: { name: file.name, size: file.size },
		...(typeof comment === 'string' && { comment }),
	};
}
