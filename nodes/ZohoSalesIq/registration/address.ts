import { SECRET_PARAMETER } from '../../shared/webhook/address';

/** The address that is registered: n8n's own, with the token that only SalesIQ gets. */
export const addressWith = (url: string, token: string | undefined): string =>
	token === undefined ? url : `${url}?${SECRET_PARAMETER}=${token}`;

/** A registered address with its token blotted out. */
export const withoutToken = (url: string): string =>
	url.replace(new RegExp(`([?&]${SECRET_PARAMETER}=)[^&]+`), '$1…');

/** A registered address without its query. */
export const addressIn = (url: string): string => url.split('?')[0] ?? url;
