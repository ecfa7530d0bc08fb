import { notesOf, type Check } from './template';

const lackOf = (headings: readonly string[]): Check => {
	return ({ template }) => {
		const text = notesOf(template).join('\n');
		return headings
			.filter((heading) => !new RegExp(`^### ${heading}\\b`, 'm').test(text))
			.map((heading) => `No note tells: ${heading}`);
	};
};

/** What every template must tell the user. */
export const missingNotes = lackOf(['Set up']);

/** What a template must tell that works with any vendor's trigger. */
export const missingJobNotes = lackOf(['Use another vendor', 'When something fails']);

/** Of vendors whose API a template calls. */
const PUBLIC_HOSTS = ['api.hubapi.com'];

const secrets: Readonly<Record<string, RegExp>> = {
	ID: /[0-9a-f]{8}-[0-9a-f]{4}-|"\d{6,}"/gi,
	key: /\b(?:sk|pk|pat|ghp|xox[abp])[-_]\w{8,}|\bBearer [\w.-]{8,}/g,
	'long token': /\b(?=\w*\d)(?=\w*[a-z])\w{24,}\b/gi,
	'phone number': /\+\d[\d ]{7,}/g,
	address: /[\w.+-]+@(?!example\.(?:com|org)\b)[\w-]+\.[\w.]+/g,
};

/** What belongs to whoever made the template: accounts, keys, addresses, data. */
export const privateThings: Check = ({ template }) => {
	// What a page says of its own script, in its security policy, tells of nobody.
	const text = JSON.stringify(template).replace(/'sha256-[^']+'/g, '');
	const hosts = [...text.matchAll(/https?:\/\/([^"\\/: ]+)/g)].map(([, host = '']) => host);
	return [
		...template.nodes.flatMap((node) =>
			['id', 'webhookId', 'credentials']
				.filter((key) => key in node)
				.map((key) => `${node.name}: has ${key}`),
		),
		...(Object.keys((template.pinData ?? {}) as object).length > 0 ? ['Data is pinned'] : []),
		...(text.includes('instanceId') ? ['It names the n8n that it was made in'] : []),
		...Object.entries(secrets).flatMap(([what, pattern]) =>
			(text.match(pattern) ?? []).map((found) => `${what}: ${found}`),
		),
		...hosts
			.filter((host) => !/(^|\.)example\.(com|org)$/.test(host) && !PUBLIC_HOSTS.includes(host))
			.map((host) => `host: ${host}`),
	];
};
