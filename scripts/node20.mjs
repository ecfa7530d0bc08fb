/** Imported first by every command: an old Node.js would fail later, and less clearly. */
if (Number(process.versions.node.split('.')[0]) < 20) {
	console.error(`Node.js 20 or newer is needed, this is ${process.version}: install a newer one`);
	process.exit(1);
}
