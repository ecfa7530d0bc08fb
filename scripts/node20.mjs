/** Imported first by every command: an old Node.js would fail later, and less clearly. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
// Some tools require ES modules, which Node.js can since 20.19.
if (major < 20 || (major === 20 && minor < 19)) {
	console.error(
		`Node.js 20.19 or newer is needed, this is ${process.version}: install a newer one`,
	);
	process.exit(1);
}
