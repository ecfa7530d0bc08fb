/** Where people talk, in words that mean the same for every vendor. */
export const channels = [
	'chat',
	'call',
	'video',
	'email',
	'sms',
	'whatsapp',
	'messenger',
	'instagram',
	'telegram',
	'apple',
	'google',
	'mobile',
	'other',
] as const;

export type Channel = (typeof channels)[number];

/** What vendors call them, letters only; the words of {@link channels} mean themselves. */
const synonyms: Readonly<Record<string, Channel>> = {
	applebusinesschat: 'apple',
	applemessages: 'apple',
	facebookbusinessonmessenger: 'messenger',
	facebookmessenger: 'messenger',
	googlebusinessmessages: 'google',
	livechat: 'chat',
	mail: 'email',
	mobileapp: 'mobile',
	phone: 'call',
	voice: 'call',
	web: 'chat',
	webchat: 'chat',
	website: 'chat',
	whatsappbusiness: 'whatsapp',
};

/** The channel that a vendor's word means; `other` for an unknown one, null for none. */
export function channelOf(word: string | null): Channel | null {
	if (word === null) return null;
	const letters = word.toLowerCase().replace(/[^a-z]/g, '');
	const itself = channels.find((channel) => channel === letters);
	return itself ?? (Object.hasOwn(synonyms, letters) ? synonyms[letters] : undefined) ?? 'other';
}
