import { z } from 'zod';

/** What the outputs of both APIs consist of. */

export const id = z.number().int();
export const ids = z.array(id);
export const text = z.string().nullable();
export const restDate = text.describe('In the time zone of the project, without naming it');
export const date = text.describe('ISO 8601');
export const uuid = z.string().uuid();

export const deleted = z.object({ deleted: z.literal(true) });
export const done = z.object({ success: z.literal(true), message: text });

/** Whatever the user's own call returns. */
export const anything = z.object({}).passthrough();
