import { linesIn } from '../../nodes/AmplifyReach/transcript';
import { refusalOf as messangiRefusal } from '../../nodes/Messangi/api/errors';
import { readJson } from '../../nodes/shared/json';
import { utcOf, utcOfMs } from '../../nodes/shared/fields';
import { contactFacts } from '../../nodes/Swiftsell/contact';
import { dateOf } from '../../nodes/Swiftsell/payload';
import { cleanName } from '../../nodes/Swiftsell/variables';
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
	['words of Messangi', (text) => messangiRefusal({ status: 400, body: { message: text } })],
])('%s takes no longer than in proportion to a text', async (_name, work) => {
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
