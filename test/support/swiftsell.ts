import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { startSwiftsellSimulator, type SwiftsellSimulator } from '../../simulators/swiftsell';
import { bridgeTo, unbridge } from './bridge';
import { loadPack, type Pack } from './pack';
import { runAction, type Setting } from './run';

/** The built action node, and Swiftsell in a box behind its real host names. */
export interface SwiftsellBench {
	pack: Pack;
	vendor: SwiftsellSimulator;
	/** What is different in the credential until the next reset. */
	change: { credential: Record<string, string> };
	setting(parameters: INodeParameters, log?: string[]): Setting;
	run(
		parameters: INodeParameters,
		items?: INodeExecutionData[],
		continueOnFail?: boolean,
		log?: string[],
	): ReturnType<typeof runAction>;
	reset(): void;
	stop(): Promise<void>;
}

export async function startSwiftsellBench(): Promise<SwiftsellBench> {
	const pack = await loadPack();
	const vendor = await startSwiftsellSimulator();
	bridgeTo(vendor);
	const change: { credential: Record<string, string> } = { credential: {} };
	const setting = (parameters: INodeParameters, log?: string[]): Setting => ({
		pack,
		node: 'swiftsell',
		parameters,
		credentials: {
			swiftsellApi: {
				product: 'swiftsell',
				baseUrl: 'https://api.swiftsell.biz',
				token: vendor.access.accountToken,
				accountId: '476',
				...change.credential,
			},
		},
		...(log && { log }),
	});
	return {
		pack,
		vendor,
		change,
		setting,
		run: async (parameters, items, continueOnFail, log) =>
			await runAction(setting(parameters, log), items, continueOnFail),
		reset() {
			vendor.reset();
			change.credential = {};
		},
		async stop() {
			unbridge();
			await vendor.stop();
		},
	};
}
