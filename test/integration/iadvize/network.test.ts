import type { INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { loadPack, type Pack } from '../../support/pack';
import { runAction } from '../../support/run';

let pack: Pack;

beforeAll(async () => {
	pack = await loadPack();
	nock.disableNetConnect();
});

afterEach(() => {
	nock.cleanAll();
});

afterAll(() => {
	nock.restore();
});

const vendor = nock('https://ha.iadvize.com');
const credentials = { iadvizeRestApi: { platform: 'ha', apiKey: 'example-key' } };
const reset = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const run = async (parameters: INodeParameters) =>
	await runAction({ pack, node: 'iadvize', parameters, credentials });

const getSkill = { resource: 'skill', operation: 'get', id: '1' };
const deleteOperator = {
	resource: 'operator',
	operation: 'delete',
	operatorId: { __rl: true, mode: 'id', value: '1' },
};

test('a read is tried again when the connection breaks', async () => {
	vendor.get('/api/2/skill/1').replyWithError(reset);
	vendor.get('/api/2/skill/1').reply(200, { meta: { status: 'success' }, data: { id: 1 } });
	expect((await run(getSkill)).items[0]?.json).toEqual({ id: 1 });
});

test('a write is not, as it may have been carried out', async () => {
	const first = vendor.delete('/api/2/operator/1').replyWithError(reset);
	const second = nock('https://ha.iadvize.com').delete('/api/2/operator/1').reply(200, {});
	await expect(run(deleteOperator)).rejects.toMatchObject({
		message: expect.stringContaining('iAdvize could not be reached') as string,
		context: { itemIndex: 0 },
	});
	expect(first.isDone()).toBe(true);
	expect(second.isDone()).toBe(false);
});

test('a missing credential is told as n8n tells it', async () => {
	await expect(
		runAction({ pack, node: 'iadvize', parameters: getSkill, credentials: {} }),
	).rejects.toThrow('There is no credential iadvizeRestApi');
});
