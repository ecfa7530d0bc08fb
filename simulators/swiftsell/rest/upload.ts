import { extname } from 'node:path';
import { bodyBytes } from '../../shared/http';
import type { Source } from '../account/model';
import { badRequest } from '../errors';
import type { Call } from './route';

/** Limits of a source (contract §5.4). */
const MAX_FILE_BYTES = 5 * 1024 * 1024;
const MAX_TEXT_LENGTH = 2500;
const fileTypes = ['.csv', '.xlsx', '.txt', '.pdf', '.doc', '.docx'];

interface UploadedPart extends Pick<Source, 'type' | 'name' | 'size'> {
	/** The caller's own name for it. */
	readonly field: string;
}

/** Reads a multipart form of which each field is one source, under a name of its own. */
export async function readUpload({ request }: Call): Promise<UploadedPart[]> {
	const headers = { 'content-type': request.headers['content-type'] ?? '' };
	// For servers advised against, as it keeps all in memory; here a test sends a few files.
	// eslint-disable-next-line @typescript-eslint/no-deprecated
	const form = await new Response(bodyBytes(request), { headers }).formData().catch(() => {
		throw badRequest('The body is no multipart form');
	});
	const entries = [...form.entries()];
	if (entries.length === 0) throw badRequest('There is no source');
	const fields = new Set(entries.map(([field]) => field));
	if (fields.size < entries.length) throw badRequest('Two sources have the same name');
	return entries.map(([field, value]) =>
		typeof value === 'string' ? readText(field, value) : readFile(field, value),
	);
}

function readText(field: string, text: string): UploadedPart {
	if (text === '' || text.length > MAX_TEXT_LENGTH) {
		throw badRequest(`${field}: a text has 1 to ${MAX_TEXT_LENGTH} characters`);
	}
	return { field, type: 'text', name: field, size: text.length };
}

function readFile(field: string, { name, size }: { name: string; size: number }): UploadedPart {
	if (!fileTypes.includes(extname(name).toLowerCase())) {
		throw badRequest(`${field}: files are of type ${fileTypes.join(', ')}`);
	}
	if (size === 0 || size > MAX_FILE_BYTES) throw badRequest(`${field}: a file has up to 5 MB`);
	return { field, type: 'file', name, size };
}
