import { channels as iadvizeChannels } from '../../../nodes/Iadvize/events';
import { channelOf, channels } from '../../../nodes/shared/channel';

test.each(channels)('%s means itself, in either case', (channel) => {
	expect([channelOf(channel), channelOf(channel.toUpperCase())]).toEqual([channel, channel]);
});

test('every channel that iAdvize documents', () => {
	const told = Object.keys(iadvizeChannels).map((word) => [word, channelOf(word)]);
	expect(Object.fromEntries(told)).toEqual({
		APPLE_BUSINESS_CHAT: 'apple',
		CALL: 'call',
		CHAT: 'chat',
		// A page of Facebook and Twitter are none of the list.
		FACEBOOK: 'other',
		FACEBOOK_BUSINESS_ON_MESSENGER: 'messenger',
		GOOGLE_BUSINESS_MESSAGES: 'google',
		INSTAGRAM: 'instagram',
		MOBILE_APP: 'mobile',
		SMS: 'sms',
		TWITTER: 'other',
		VIDEO: 'video',
		WHATSAPP: 'whatsapp',
	});
});

test.each([
	['website', 'chat'],
	['WEB', 'chat'],
	['WhatsApp', 'whatsapp'],
	['pigeon', 'other'],
	['constructor', 'other'],
	['__proto__', 'other'],
	['42', 'other'],
	[null, null],
])('%j is told as %j', (word, channel) => {
	expect(channelOf(word)).toBe(channel);
});
