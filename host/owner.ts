import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Owner } from './restClient';

const owner = z.object({ email: z.string(), password: z.string() });

/** Login of the owner of the n8n in `folder`: made at the first call, kept beside n8n's data. */
export async function ownerOf(folder: string): Promise<Owner> {
	const file = path.join(folder, 'owner.json');
	try {
		return owner.parse(JSON.parse(await readFile(file, 'utf8')));
	} catch {
		// n8n asks for a capital letter and a digit.
		const password = `Demo1-${randomBytes(6).toString('hex')}`;
		const made = { email: 'owner@example.com', password };
		await writeFile(file, JSON.stringify(made), { mode: 0o600 });
		return made;
	}
}
