/**
 * Host names of the product family (contract §5.1): Swiftsell's by analogy, as none is documented,
 * then those of WotNot and ReplyCX. All paths are served under each.
 */
export const hosts: readonly string[] = [
	'api.swiftsell.biz',
	'app.swiftsell.biz',
	'api.wotnot.io',
	'app.wotnot.io',
	'api.reply.cx',
];
