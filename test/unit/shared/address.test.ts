import { obstacleTo } from '../../../nodes/shared/webhook/address';

describe('obstacleTo', () => {
	test.each([
		'https://n8n.example.com/webhook/abc/webhook',
		'https://n8n.example.com:8443/webhook/abc',
		'https://203.0.113.7/webhook/abc',
		'https://172.32.0.1/webhook',
		'https://[2001:db8::1]/webhook',
	])('lets a vendor in at %s', (address) => {
		expect(obstacleTo(address)).toBeUndefined();
	});

	test.each([
		['', 'not a web address'],
		['n8n.example.com/webhook', 'not a web address'],
		['http://n8n.example.com/webhook', 'not https'],
		['http://localhost:5678/webhook', 'not https'],
		['https://localhost:5678/webhook', 'not a public host'],
		['https://LOCALHOST/webhook', 'not a public host'],
		['https://n8n.localhost/webhook', 'not a public host'],
		['https://n8n/webhook', 'not a public host'],
		['https://n8n.local/webhook', 'not a public host'],
		['https://127.0.0.1/webhook', 'not a public host'],
		['https://0177.0.0.1/webhook', 'not a public host'],
		['https://10.1.2.3/webhook', 'not a public host'],
		['https://172.16.0.1/webhook', 'not a public host'],
		['https://192.168.1.1/webhook', 'not a public host'],
		['https://[::1]/webhook', 'not a public host'],
		['https://[fd00::1]/webhook', 'not a public host'],
	])('says what keeps a vendor from %s', (address, obstacle) => {
		expect(obstacleTo(address)).toContain(obstacle);
	});
});
