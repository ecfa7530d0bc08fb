/**
 * Where the vendor's documentation is silent, a test can choose. Change them at any time; `reset`
 * brings the ones given at the start back.
 */
export interface Settings {
	/** Content type of the dashboard webhook. */
	contentType: string;
	/** Real milliseconds that the bot waits for an answer. */
	botWaitMs: number;
	/** Escape what a visitor wrote before it goes into a JSON body; plain insertion is assumed. */
	escapeVariables: boolean;
}

export const defaultSettings: Settings = {
	contentType: 'application/json',
	botWaitMs: 5000,
	escapeVariables: false,
};

/** What a customer of the vendor has made up and typed in; the vendor itself gives no key. */
export interface Access {
	/** Token of the pasted address. Needs no encoding. */
	webhookToken: string;
	/** Header of the Bot Studio trigger; its value is the same secret. */
	headerName: string;
}

export const defaultAccess: Access = {
	webhookToken: 'Example-Webhook_Token-0123456789abcdef',
	headerName: 'X-AmplifyReach-Token',
};
