import type { Vendor } from '../../nodes/shared/vendor';
import { pack, packageOf, type Manifest } from './package';

/** What an npm command of this repository needs, and a package of built files does not. */
const OURS = ['scripts', 'devDependencies', 'engines'];

/** The manifest of one vendor's package: that of the pack, with this vendor's nodes only. */
export function manifestOf(vendor: Vendor): Manifest {
	const { name, folder } = vendor;
	const inherited = Object.fromEntries(Object.entries(pack).filter(([key]) => !OURS.includes(key)));
	return {
		...(inherited as Manifest),
		name: packageOf(vendor),
		description: `n8n nodes for conversations in ${name}: triggers that prove each call, actions for the follow-up, templates that work on import`,
		keywords: [
			'n8n-community-node-package',
			'n8n',
			'conversations',
			'live chat',
			'customer service',
			name.toLowerCase(),
		],
		n8n: {
			...pack.n8n,
			credentials: pack.n8n.credentials.filter((file) => file.startsWith(`dist/credentials/${folder}`)),
			nodes: pack.n8n.nodes.filter((file) => file.startsWith(`dist/nodes/${folder}/`)),
		},
	};
}
