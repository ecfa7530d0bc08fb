import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../shared/fields';
import type { Call } from '../../shared/operations/call';
import {
	accountResource,
	askedOnce,
	checkOption,
	checkRow,
	findingOn,
	rowsOfChecks,
	type Check,
	type Finding,
} from '../../shared/operations/checkAccount';
import { statusOf } from '../../shared/operations/errors';
import type { Resource } from '../../shared/operations/operation';
import { rowsIn } from '../api/answers';
import { todoAbout } from '../api/errors';
import { CREDENTIAL, messangi } from '../api/request';
import { expiryOf, obstacleToKey, obstacleToLogin } from '../apiKey';
import { listPath, listServicePath } from './fields';
import * as output from './outputs';

const DAY_MS = 86_400_000;

/** Reading lists is the only documented read, and half of its path is not documented. */
function checksOf(call: Call): Check[] {
	const asked = askedOnce(async () => await messangi(call, { path: listPath(call) }));
	return [
		{ name: 'Credential', look: async () => keyFinding(await call.getCredentials(CREDENTIAL)) },
		{
			name: 'Host',
			needs: 'Credential',
			async look() {
				const { error } = await asked();
				if (error && statusOf(error) === undefined) throw error;
				const { host } = await call.getCredentials<{ host?: unknown }>(CREDENTIAL);
				const isKnown = String(host).replace(/(?<!\/)\/+$/, '') === 'https://elastic.messangi.me';
				const seen = isKnown ? 'elastic.messangi.me' : 'an address of your own';
				return { result: 'ok', seen, means: 'Something answers there', todo: '' };
			},
		},
		{
			name: 'Login',
			needs: 'Host',
			explain: (error) => ({ todo: todoAbout(error) ?? '' }),
			async look() {
				const { error } = await asked();
				if (error && [401, 402, 403].includes(statusOf(error) ?? 0)) throw error;
				return error ? unknownLogin : knownLogin;
			},
		},
		{
			name: 'Lists',
			needs: 'Host',
			explain: (error) => (statusOf(error) === 404 ? { todo: SERVICE } : {}),
			async look() {
				const { answer, error } = await asked();
				if (error) throw error;
				return findingOn(rowsIn(answer), {
					as: output.list,
					vital: ['id', 'name'],
					use: 'List: Get Many depends on it.',
					none: 'If the Space has lists, report this row',
					more: [`rows in: ${placeOfRows(answer)}`],
				});
			},
		},
	];
}

const SERVICE =
	'Fill in List Service Path: copy it from an API call of your account, or ask Messangi support';

const knownLogin: Finding = {
	result: 'ok',
	seen: 'the key is accepted',
	means: 'Actions can be called',
	todo: '',
};

const unknownLogin: Finding = {
	result: 'not there',
	seen: 'nothing to judge by',
	means: 'Whether the key is accepted is known only if lists can be read',
	todo: SERVICE,
};

/** What can be seen of a key without asking: it is a JSON Web Token, and says when it expires. */
function keyFinding(credential: IDataObject): Finding {
	const isLogin = credential.method === 'login';
	const obstacle = isLogin ? obstacleToLogin(credential) : obstacleToKey(credential.apiKey);
	const expiry = isLogin ? undefined : expiryOf(credential.apiKey);
	const days = expiry === undefined ? NaN : Math.round((expiry * 1000 - Date.now()) / DAY_MS);
	const form = expiry === undefined ? 'no JSON Web Token' : `JSON Web Token, ${days} days left`;
	const seen = isLogin ? 'user and password' : `API key, ${form}`;
	if (obstacle !== undefined) {
		return { result: 'refused', seen, means: 'It cannot be used as it is', todo: obstacle };
	}
	if (isLogin || expiry !== undefined) {
		return { result: 'ok', seen, means: 'It looks as documented', todo: '' };
	}
	const means = 'Not as documented (a key is a JSON Web Token that expires)';
	return { result: 'different', seen, means, todo: 'Check that the whole key was copied' };
}

const placeOfRows = ({ data, lists }: IDataObject): string => {
	if (Array.isArray(data)) return 'data';
	if (Array.isArray(lists)) return 'lists';
	if (isObject(data) && Array.isArray(data.lists)) return 'data.lists';
	return isObject(data) && Array.isArray(data.data) ? 'data.data' : 'no known place';
};

export const account: Resource = accountResource({
	option: checkOption,
	fields: [listServicePath],
	output: checkRow,
	run: async (call) => await rowsOfChecks(checksOf(call)),
});
