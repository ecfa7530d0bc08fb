import { textAt } from '../../shared/json';
import { MessangiError } from '../errors';
import type { Route } from './route';

/** Log in: the key is in a header of an answer without a body (contract §5.1). */
export const login: Route = {
	method: 'POST',
	path: '/kingslanding/login',
	isOpen: true,
	answer: ({ body }, { access, keys, settings }) => {
		const isRight =
			textAt(body, 'username') === access.username && textAt(body, 'password') === access.password;
		if (!isRight) throw new MessangiError(403, 'Invalid user name or password');
		if (settings.twoFactor) throw new MessangiError(402, 'Two-factor token needed');
		return { headers: { authorization: `Bearer ${keys.issue()}` } };
	},
};
