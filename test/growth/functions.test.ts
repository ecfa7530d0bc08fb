import { z } from 'zod';
import { linesIn } from '../../nodes/AmplifyReach/transcript';
import { isSchemaFault } from '../../nodes/Iadvize/api/schema/faults';
import { refusalOf as messangiRefusal } from '../../nodes/Messangi/api/errors';
import { channelOf } from '../../nodes/shared/channel';
import { nothingSaid } from '../../nodes/shared/describing';
import { utcOf, utcOfMs } from '../../nodes/shared/fields';
import { readJson } from '../../nodes/shared/json';
import { shapeOf } from '../../nodes/shared/operations/shape';
import { plainEvent, plainFileName, plainMediaType } from '../../nodes/shared/plain';
import { refusalOf as swiftsellRefusal } from '../../nodes/Swiftsell/api/errors';
import { contactFacts } from '../../nodes/Swiftsell/contact';
import { dateOf } from '../../nodes/Swiftsell/payload';
import { cleanName } from '../../nodes/Swiftsell/variables';
import { refusalOf as salesIqRefusal } from '../../nodes/ZohoSalesIq/api/errors';
import { keyFrom } from '../../nodes/ZohoSalesIq/keys';
import { growth, MAX_GROWTH } from '../support/growth';
import { CHARACTERS } from '../support/longInputs';

/** The reply to a form of Swiftsell, with one field of this label. */
const formWith = (label: string) => ({
	event: {
		type: 'message',
		payload: { message: { type: 'form.response', payload: { fields: [{ label, value: 'x' }] } } },
	},
});

/** An event with this text wherever a visitor may have written it. */
const eventWith = (text: string) => ({
	...nothingSaid,
	conversation: { ...nothingSaid.conversation, subject: text, url: text },
	contact: { ...nothingSaid.contact, name: text, email: text, phone: text },
	message: { ...nothingSaid.message, text, attachments: [{ url: text, name: text, type: text }] },
});

test.each<[string, (text: string) => unknown]>([
	['utcOf', utcOf],
	['utcOfMs', utcOfMs],
	['dateOf', dateOf],
	['readJson', (text) => readJson(Buffer.from(JSON.stringify([text])))],
	['linesIn', linesIn],
	['linesIn of a list', (text) => linesIn(Array.from(text))],
	['cleanName', cleanName],
	['contactFacts', (text) => contactFacts(formWith(text))],
	['keyFrom', keyFrom],
	['plainEvent', (text) => plainEvent(eventWith(text))],
	['plainFileName', plainFileName],
	['plainMediaType', plainMediaType],
	['channelOf', channelOf],
	['shapeOf', (text) => shapeOf([{ [text]: text }], z.object({ id: z.string() }))],
	['isSchemaFault', (text) => isSchemaFault([{ message: text }])],
	['words of Messangi', (text) => messangiRefusal({ status: 400, body: { message: text } })],
	[
		'words of SalesIQ',
		(text) => salesIqRefusal({ status: 400, body: { error: { message: text } } }),
	],
	['words of Swiftsell', (text) => swiftsellRefusal({ status: 400, body: { message: text } })],
])('%s takes time in proportion to a text', async (_name, work) => {
	const words = [...CHARACTERS, 'your ', '<p', '<p>', '</p> \n', '&amp;', '·?', '12:', 'T+00'];
	for (const word of words) {
		const input = (size: number) => `${word.repeat(size / word.length)}!`;
		const grown = await growth({ input, work, from: 4096, to: 64 * 1024 });
		expect({ word, isInProportion: grown < MAX_GROWTH }).toEqual({ word, isInProportion: true });
	}
});

test('a label of 16 MB is no name, and nothing overflows', () => {
	expect(contactFacts(formWith('your '.repeat(3_300_000))).name).toBeNull();
});

test('the shape of many objects takes time in proportion', async () => {
	const input = (count: number) => Array.from({ length: count }, (_, id) => ({ id }));
	const work = (rows: unknown[]) => shapeOf(rows, z.object({ id: z.string() }));
	expect(await growth({ input, work, from: 4096, to: 64 * 1024 })).toBeLessThan(MAX_GROWTH);
});
