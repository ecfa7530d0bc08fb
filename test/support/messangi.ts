import type {
	ICredentialDataDecryptedObject,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';
import { startMessangiSimulator, type MessangiSimulator } from '../../simulators/messangi';
import { bridgeTo, unbridge } from './bridge';
import { loadPack, type Pack } from './pack';
import { runAction, type Setting } from './run';

/** The built action node, and Messangi in a box behind its real host names. */
export interface MessangiBench {
	pack: Pack;
	vendor: MessangiSimulator;
	/** What is different in the credential until the next reset. */
	change: { credential: Record<string, string> };
	setting(parameters: INodeParameters): Setting;
	run(
		parameters: INodeParameters,
		items?: INodeExecutionData[],
		continueOnFail?: boolean,
	): ReturnType<typeof runAction>;
	reset(): void;
	stop(): Promise<void>;
}

export async function startMessangiBench(): Promise<MessangiBench> {
	const pack = await loadPack();
	const vendor = await startMessangiSimulator();
	bridgeTo(vendor);
	const change: { credential: Record<string, string> } = { credential: {} };
	const setting = (parameters: INodeParameters): Setting => ({
		pack,
		node: 'messangi',
		parameters,
		credentials: {
			messangiApi: {
				host: 'https://elastic.messangi.me',
				method: 'key',
				apiKey: vendor.access.apiKey,
				username: vendor.access.username,
				password: vendor.access.password,
				accessToken: '',
				...change.credential,
			} satisfies ICredentialDataDecryptedObject,
		},
	});
	return {
		pack,
		vendor,
		change,
		setting,
		run: async (parameters, items, continueOnFail) =>
			await runAction(setting(parameters), items, continueOnFail),
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
