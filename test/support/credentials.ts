import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type IDataObject,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type IRequestOptionsSimplified,
} from 'n8n-workflow';
import type { Pack } from './pack';

/**
 * Stored credentials in memory. n8n keeps its own store in the server, outside n8n-core; the e2e
 * tests go through that one. The rules here are n8n's: log in when the expirable field is empty or
 * has expired, keep what the login gave.
 */
export class StoredCredentials extends ICredentialsHelper {
	constructor(
		private readonly pack: Pack,
		readonly stored: Record<string, ICredentialDataDecryptedObject>,
	) {
		super();
	}

	getParentTypes = (type: string) => this.pack.credentialType(type).extends ?? [];

	isCredentialUsableByNode = () => true;

	getCredentialsProperties = (type: string) => this.pack.credentialType(type).properties;

	async getDecrypted(
		_data: unknown,
		_details: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		const data = this.stored[type];
		if (!data) throw new Error(`There is no credential ${type}`);
		return await Promise.resolve({ ...data });
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		type: string,
		_node: INode,
		hasExpired: boolean,
	) {
		const { preAuthentication, properties } = this.pack.credentialType(type);
		const field = properties.find(({ typeOptions }) => typeOptions?.expirable)?.name;
		if (!preAuthentication || field === undefined) return undefined;
		if (credentials[field] !== '' && !hasExpired) return undefined;
		const output = (await preAuthentication.call(
			helpers,
			credentials,
		)) as ICredentialDataDecryptedObject;
		this.stored[type] = { ...this.stored[type], ...output };
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(): Promise<undefined> {
		await Promise.resolve();
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		type: string,
		options: IHttpRequestOptions | IRequestOptionsSimplified,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.pack.credentialType(type);
		if (typeof authenticate === 'function') {
			return await authenticate(credentials, options as IHttpRequestOptions);
		}
		if (!authenticate) throw new Error(`${type} has no authentication`);
		const filledIn = (template: unknown) =>
			(template as string)
				.replace(/^=/, '')
				.replace(
					/\{\{\$credentials\.(\w+)\}\}/,
					(_, field: string) => credentials[field] as string,
				);
		const headers = Object.entries(authenticate.properties.headers ?? {});
		return await Promise.resolve({
			...(options as IHttpRequestOptions),
			headers: {
				...(options.headers as IDataObject),
				...Object.fromEntries(headers.map(([name, value]) => [name, filledIn(value)])),
			},
		});
	}

	async getCredentials(): Promise<ICredentials> {
		return await Promise.reject(new Error('Only the server reads stored credentials'));
	}

	async updateCredentials() {
		await Promise.resolve();
	}

	async updateCredentialsOauthTokenData(
		_details: INodeCredentialsDetails,
		type: string,
		{ oauthTokenData }: ICredentialDataDecryptedObject,
	) {
		this.stored[type] = { ...this.stored[type], oauthTokenData: oauthTokenData ?? {} };
		await Promise.resolve();
	}
}
