import { flagOf, listOf, textOf } from '../../shared/fields';
import { pathSegment } from '../../shared/operations/path';
import { formsOfKeys, publicKeysOf, type PublicKey } from '../keys';

/** A webhook as SalesIQ has it. What it is read and removed by is certain to be there. */
export interface Registered {
	id: string;
	url: string;
	type: string | null;
	events: string[];
	appIds: string[];
	isSecured: boolean;
	/** Where SalesIQ says so; no word for it means that it is on. */
	isOff: boolean;
	/** The keys that can be used, and how all of them are written. */
	keys: PublicKey[];
	keyForms: string[];
}

/** A row of the API that need not have its ID, because it was asked for by it. */
export const registeredAs = (id: string, row: Record<string, unknown>): Registered => ({
	id,
	url: textOf(row.url) ?? '',
	type: textOf(row.type),
	events: textsIn(row.events),
	appIds: textsIn(row.app_ids),
	isSecured: flagOf(row.secured) === true,
	isOff: typeof row.status === 'string' && row.status !== 'enabled',
	keys: publicKeysOf(row),
	keyForms: formsOfKeys(row),
});

/** A row of the API; undefined without an ID, as an address made without one is that of all webhooks. */
export function registeredIn(row: Record<string, unknown>): Registered | undefined {
	const id = idIn(row);
	return id === undefined ? undefined : registeredAs(id, row);
}

/** The ID of a row, if it can be part of a path. */
export function idIn({ id }: Record<string, unknown>): string | undefined {
	const text = textOf(id) ?? '';
	return pathSegment(text) === undefined ? undefined : text;
}

const textsIn = (value: unknown): string[] => listOf(value).flatMap((one) => textOf(one) ?? []);
