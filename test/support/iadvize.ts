import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import {
	startIadvizeSimulator,
	type IadvizeOptions,
	type IadvizeSimulator,
} from '../../simulators/iadvize';
import { bridgeTo, unbridge } from './bridge';
import { loadPack, type Pack } from './pack';
import { runAction, type Setting } from './run';

/** The built action node, and iAdvize in a box behind its real host names. */
export interface IadvizeBench {
	pack: Pack;
	vendor: IadvizeSimulator;
	setting(parameters: INodeParameters): Setting;
	run(
		parameters: INodeParameters,
		items?: INodeExecutionData[],
		continueOnFail?: boolean,
	): ReturnType<typeof runAction>;
	stop(): Promise<void>;
}

export async function startIadvizeBench(options: IadvizeOptions = {}): Promise<IadvizeBench> {
	const pack = await loadPack();
	const vendor = await startIadvizeSimulator(options);
	bridgeTo(vendor);
	const { apiKey, email, password } = vendor.access;
	const setting = (parameters: INodeParameters): Setting => ({
		pack,
		node: 'iadvize',
		parameters: { output: 'raw', ...parameters },
		credentials: {
			iadvizeRestApi: { platform: 'ha', apiKey },
			iadvizeGraphQlApi: { platform: 'ha', email, password, accessToken: '' },
		},
	});
	return {
		pack,
		vendor,
		setting,
		run: async (parameters, items, continueOnFail) =>
			await runAction(setting(parameters), items, continueOnFail),
		async stop() {
			unbridge();
			await vendor.stop();
		},
	};
}
