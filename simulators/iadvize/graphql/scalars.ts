import type { ValueNode } from 'graphql';
import { valueFromASTUntyped } from 'graphql';

interface ValueReader {
	fromVariable: (value: unknown) => unknown;
	fromQuery: (node: ValueNode) => unknown;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** How the vendor's scalars read what a caller sends; what they send back stays as it is. */
export const valueReaders: Readonly<Record<string, ValueReader>> = {
	UUID: reader('UUID', (value) => typeof value === 'string' && UUID.test(value)),
	LegacyId: reader('LegacyId', (value) => Number.isSafeInteger(value)),
	DateTime: reader('DateTime', (value) => typeof value === 'string' && isDateTime(value)),
	URL: reader('URL', (value) => typeof value === 'string' && URL.canParse(value)),
	Locale: reader('Locale', isName),
	Language: reader('Language', isName),
};

function reader(name: string, accepts: (value: unknown) => boolean): ValueReader {
	const read = (value: unknown) => {
		if (accepts(value)) return value;
		// graphql-js adds the place in the query to errors that are not its own.
		throw new TypeError(`${name} cannot represent value: ${JSON.stringify(value)}`);
	};
	return { fromVariable: read, fromQuery: (node) => read(valueFromASTUntyped(node)) };
}

function isDateTime(text: string): boolean {
	return DATE_TIME.test(text) && !Number.isNaN(Date.parse(text));
}

function isName(value: unknown): boolean {
	return typeof value === 'string' && /^[A-Za-z]{2}([_-][A-Za-z]{2,4})?$/.test(value);
}
