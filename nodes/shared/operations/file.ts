import type { Call } from './call';

/** A file of the item, by the name of the field that holds it. */
export async function fileOf({ helpers, item }: Call, field: string) {
	const { fileName, mimeType } = helpers.assertBinaryData(item, field);
	const bytes = await helpers.getBinaryDataBuffer(item, field);
	return { fileName, blob: new Blob([new Uint8Array(bytes)], { type: mimeType }) };
}
