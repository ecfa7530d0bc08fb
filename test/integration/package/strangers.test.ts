import type { INodeParameters, INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { loadPack, type Pack } from '../../support/pack';
import { runWebhook } from '../../support/run';
import { targets } from '../../support/targets';

let pack: Pack;
beforeAll(async () => {
	pack = await loadPack();
});

const TRIGGERS = [...new Set(targets.map(({ node }) => node))];

/** Every value that a user can choose for a field: each choice alone, or yes and no. */
function choices({ type, options = [], name }: INodeProperties): [string, unknown][] {
	if (type === 'boolean') return [true, false].map((value) => [name, value]);
	if (type === 'collection') {
		return (options as INodeProperties[])
			.flatMap(choices)
			.map(([option, value]) => [name, { [option]: value }]);
	}
	const values = options.flatMap((option) => ('value' in option ? [option.value] : []));
	return values.map((value) => [name, type === 'multiOptions' ? [value] : value]);
}

const settingsOf = ({ properties }: INodeTypeDescription): INodeParameters[] =>
	properties.flatMap(choices).map(([name, value]) => ({ [name]: value }) as INodeParameters);

test('every trigger is checked', () => {
	const triggers = Object.keys(pack.loader.known.nodes).filter(
		(name) => pack.nodeType(name).webhook !== undefined,
	);
	expect(triggers.sort()).toEqual([...TRIGGERS].sort());
});

test.each(TRIGGERS)('%s: no setting lets in a call without proof', async (node) => {
	const settings = settingsOf(pack.nodeType(node).description);
	expect(settings.length).toBeGreaterThan(5);
	for (const parameters of settings) {
		const { status, items } = await runWebhook(
			{ pack, node, parameters: { events: ['*'], ...parameters } },
			{ rawBody: Buffer.from('{}'), headers: { 'content-type': 'application/json' } },
		);
		expect({ parameters, status, items }).toEqual({ parameters, status: 401, items: undefined });
	}
});

test.each(TRIGGERS)(
	'%s: a body over every limit is refused before its proof is looked at',
	async (node) => {
		const rawBody = Buffer.alloc(16 * 1024 * 1024 + 1, ' ');
		const { status, items, log } = await runWebhook(
			{ pack, node, parameters: { events: ['*'] } },
			{ rawBody, headers: { 'content-type': 'application/json' } },
		);
		expect({ status, items }).toEqual({ status: 400, items: undefined });
		expect(log).toEqual([expect.stringContaining('larger than')]);
	},
);
