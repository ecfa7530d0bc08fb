/** The vendor's host names (contract §5.1): the one of all accounts, and staging. */
export const hosts: readonly string[] = ['elastic.messangi.me', 'staging-aws.messangi.me'];
